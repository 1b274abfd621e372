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

const all = commandsOf(await createProgram(), 'honnin');

describe('the command honnin', () => {
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

  it('loads one command alone where it is asked for by name, and all where it is not', async () => {
    const names = async (asked: string) => (await createProgram(asked)).commands.map((one) => one.name());
    expect(await names('audit')).toEqual(['audit']);
    expect((await names('aduit')).length).toBeGreaterThan(5);
    expect((await names('constructor')).length).toBeGreaterThan(5);
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
