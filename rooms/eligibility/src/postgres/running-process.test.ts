import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { lookAtProcess } from './running-process.ts';

describe('lookAtProcess', () => {
  it('sees a living process, the same one each time', async () => {
    const first = await lookAtProcess(process.pid);
    expect(first?.command).toContain('node');
    expect(await lookAtProcess(process.pid)).toEqual(first);
  });

  it('sees nothing where a process has ended', async () => {
    const child = spawn('true');
    await once(child, 'exit');
    expect(await lookAtProcess(child.pid ?? 0)).toBeNull();
  });
});
