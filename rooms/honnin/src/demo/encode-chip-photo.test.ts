import { decodeImage } from '@honnin/face';
import { describe, expect, it } from 'vitest';
import { chipPhotoSize, encodeChipPhoto } from './encode-chip-photo.ts';

const { width, height } = chipPhotoSize;
const slope = Uint8Array.from(
  { length: width * height },
  (_, at) => ((at % width) + Math.floor(at / width)) % 256,
);

describe('encodeChipPhoto', () => {
  it('makes a JP2 file that the face room reads back, close to the original', async () => {
    const jp2 = await encodeChipPhoto(slope);
    expect(Buffer.from(jp2.subarray(0, 12)).toString('hex')).toBe('0000000c6a5020200d0a870a');
    const decoded = await decodeImage(jp2);
    if (decoded.status === 'failed') throw new Error(decoded.reason.code);
    expect([decoded.value.width, decoded.value.height]).toEqual([width, height]);
    const error = slope.reduce(
      (sum, value, at) => sum + Math.abs(value - (decoded.value.data[at * 3] ?? 0)),
      0,
    );
    expect(error / slope.length).toBeLessThan(12);
  });

  it('is no larger than the photo of a card, whatever the picture', async () => {
    const noise = Uint8Array.from(slope, (_, at) => Math.imul(at + 1, 0x9e3779b1) >>> 24);
    for (const picture of [slope, noise]) {
      const { length } = await encodeChipPhoto(picture);
      expect(length).toBeGreaterThan(2_000);
      expect(length).toBeLessThan(4_200);
    }
  });

  it('refuses a picture of another size', async () => {
    await expect(encodeChipPhoto(new Uint8Array(10))).rejects.toThrow('grey pixels');
  });
});
