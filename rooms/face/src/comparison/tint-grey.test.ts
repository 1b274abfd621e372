import { describe, expect, it } from 'vitest';
import { isGrey, tintGrey } from './tint-grey.ts';

const greys = { width: 256, height: 1, data: Uint8Array.from({ length: 768 }, (_, i) => Math.floor(i / 3)) };

describe('a grey photo', () => {
  it('is told from one with the least colour', () => {
    expect(isGrey(greys)).toBe(true);
    expect(isGrey({ ...greys, data: greys.data.with(767, 254) })).toBe(false);
  });

  it('gets the colours of skin and keeps its brightness, black and white, and its own pixels', () => {
    const before = greys.data.slice();
    const { data } = tintGrey(greys);
    expect(greys.data).toEqual(before);
    for (let luma = 0; luma < 256; luma++) {
      const [red = 0, green = 0, blue = 0] = data.subarray(3 * luma, 3 * luma + 3);
      expect(Math.abs(0.299 * red + 0.587 * green + 0.114 * blue - luma)).toBeLessThan(2);
      expect(red).toBeGreaterThanOrEqual(luma);
      expect(blue).toBeLessThanOrEqual(luma);
    }
    expect([...data.subarray(0, 3), ...data.subarray(765)]).toEqual([0, 0, 0, 255, 255, 255]);
    expect([...data.subarray(360, 363)]).toEqual([153, 110, 87]);
  });
});
