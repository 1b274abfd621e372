import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { createProgram } from './create-program.ts';

/** Every command and the commands below it, by the words that call it. */
function commandsOf(command: Command, words: string): [string, Command][] {
  return command.commands.flatMap((below): [string, Command][] => {
    const own = `${words} ${below.name()}`;
    return [[own, below], ...commandsOf(below, own)];
  });
}

describe('the command honnin', () => {
  const all = commandsOf(createProgram(), 'honnin');

  it('has the commands of the services', () => {
    expect(all.map(([words]) => words)).toEqual(
      expect.arrayContaining([
        'honnin eligibility serve',
        'honnin eligibility load',
        'honnin eligibility seed',
        'honnin reception serve',
        'honnin terminal serve',
        'honnin audit verify',
      ]),
    );
  });

  it.each(all)('%s explains itself with --help, every option and argument of it', async (words, command) => {
    let help = '';
    command.exitOverride().configureOutput({ writeOut: (text) => (help += text) });
    await expect(command.parseAsync(['--help'], { from: 'user' })).rejects.toMatchObject({
      code: 'commander.helpDisplayed',
      exitCode: 0,
    });
    expect(help).toContain(`Usage: ${words}`);
    expect(command.description()).not.toBe('');
    for (const { flags, description } of command.options) expect(description, flags).not.toBe('');
  });
});
