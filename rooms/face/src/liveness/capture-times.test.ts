import { describe, expect, it } from 'vitest';
import { createCaptureTimes } from './capture-times.ts';

function trouble(times: readonly number[], everyMs = 100, changed = true) {
  const watched = createCaptureTimes();
  for (const [i, captured] of times.entries()) watched.note(captured, i * everyMs, changed);
  return watched.trouble;
}

describe('createCaptureTimes', () => {
  it('finds nothing in late and uneven times', () => {
    expect(trouble([5, 108, 202, 311, 395, 640, 701])).toBeNull();
  });

  it('injected stream: times that run backwards', () => {
    expect(trouble([0, 100, 90])).toContain('backwards');
  });

  it('injected stream: one time for several pictures, but not for one picture taken twice', () => {
    expect(trouble([0, 0, 0, 0])).toContain('one capture time');
    expect(trouble([0, 0, 0, 0], 100, false)).toBeNull();
  });

  it('injected stream: times even to the microsecond', () => {
    expect(trouble(Array.from({ length: 40 }, (_, i) => i * 100))).toContain('even');
    expect(trouble(Array.from({ length: 40 }, (_, i) => i * 100 + 0.05 * (i % 3)))).toBeNull();
  });

  it('delayed stream: times that drift from the clock', () => {
    expect(trouble(Array.from({ length: 40 }, (_, i) => i * 30 + (i % 2)))).toContain('drift');
  });
});
