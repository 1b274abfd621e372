import { describe, expect, it } from 'vitest';
import { createEyeWatch } from './eye-watch.ts';

function watch(...closed: readonly number[]) {
  const eyes = createEyeWatch();
  for (const [i, score] of closed.entries()) eyes.note(score, i * 100);
  return eyes.seen;
}

describe('createEyeWatch', () => {
  it('has seen nothing until the eyes are open', () => {
    expect(watch()).toBe('not-seen');
    expect(watch(0.9, 0.9)).toBe('not-seen');
    expect(watch(0.1)).toBe('open');
  });

  it('knows a blink from eyes that open for the first time', () => {
    expect(watch(0.9, 0.1)).toBe('open');
    expect(watch(0.1, 0.9, 0.9, 0.1)).toBe('blinked');
  });

  it('does not call long closed eyes a blink', () => {
    expect(watch(0.1, ...Array.from({ length: 12 }, () => 0.9), 0.1)).toBe('open');
  });
});
