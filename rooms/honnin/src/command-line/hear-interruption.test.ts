import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';

const module = new URL('./hear-interruption.ts', import.meta.url).href;

/** A process that takes two seconds to stop in order, and gets signals at these times (ms). */
async function interrupted(...at: readonly number[]): Promise<{ code: unknown; output: string }> {
  const program = `
    import { hearInterruption } from '${module}';
    const interruption = hearInterruption();
    console.log('ready');
    console.log(await interruption.heard);
    await new Promise((resolve) => setTimeout(resolve, 2000));
    interruption[Symbol.dispose]();
    console.log('stopped');
  `;
  const words = ['--import', 'tsx', '--input-type=module', '--eval', program];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    output += part;
  });
  while (!output.includes('ready')) await sleep(10);
  const ended = once(child, 'close');
  for (const time of at) setTimeout(() => child.kill('SIGINT'), time);
  const [code, signal] = await ended;
  return { code: code ?? signal, output: output.replace('ready\n', '') };
}

describe('hearInterruption', () => {
  it('takes a signal that npm passes on at once as the same Ctrl-C', async () => {
    expect(await interrupted(0, 30)).toMatchObject({ output: 'SIGINT\nstopped\n' });
  });

  it('ends at once for whoever insists', async () => {
    expect(await interrupted(0, 1300)).toEqual({ code: 130, output: 'SIGINT\n' });
  });
});
