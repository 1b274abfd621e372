import { describe, expect, it } from 'vitest';
import { createChangeSignal } from './change-signal.ts';

const never = new AbortController().signal;

describe('createChangeSignal', () => {
  it('wakes those who wait for this visit, and nobody else', async () => {
    const signal = createChangeSignal();
    const woken: string[] = [];
    const waits = [
      signal.wait('a', 60_000, never).then(() => woken.push('first')),
      signal.wait('a', 60_000, never).then(() => woken.push('second')),
    ];
    const other = signal.wait('b', 50, never).then(() => woken.push('other'));
    signal.raise('a');
    await Promise.all(waits);
    expect(woken).toEqual(['first', 'second']);
    await other;
  });

  it('ends a wait that is aborted, before or while it lasts', async () => {
    const signal = createChangeSignal();
    const gone = new AbortController();
    const wait = signal.wait('a', 60_000, gone.signal);
    gone.abort();
    await wait;
    await signal.wait('a', 60_000, gone.signal);
  });
});
