import { describe, expect, it } from 'vitest';
import { airTimeMs } from './air-time.ts';

describe('airTimeMs', () => {
  it('a short command and its status word take a fraction of a millisecond at 424 kbit/s', () => {
    // 10 + 3 and 2 + 3 characters of 10 bits, and two frames of 32 bits more.
    expect(airTimeMs({ bitsPerSecond: 424_000 }, 10, 2)).toBeCloseTo((18 * 10 + 64) / 424, 6);
  });

  it('a long answer is chained in blocks, each acknowledged', () => {
    const [one, two] = [253, 254].map((length) => airTimeMs({ bitsPerSecond: 106_000 }, 5, length));
    expect((two ?? 0) - (one ?? 0)).toBeCloseTo(((1 + 6) * 10 + 64) / 106, 6);
  });

  it('adds the time of the chip', () => {
    expect(airTimeMs({ bitsPerSecond: 1e12, chipMs: 40 }, 5, 2)).toBeCloseTo(40, 3);
  });
});
