import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { splitMjpeg } from './split-mjpeg.ts';

async function picture(
  width: number,
  options: { progressive?: boolean; thumbnail?: boolean } = {},
): Promise<Buffer> {
  const raw = Buffer.from(Array.from({ length: width * 24 * 3 }, (_, i) => (i * 37) % 256));
  const jpeg = await sharp(raw, { raw: { width, height: 24, channels: 3 } })
    .jpeg({ progressive: options.progressive ?? false })
    .toBuffer();
  if (!options.thumbnail) return jpeg;
  // An APP1 segment that holds a whole picture, as EXIF does.
  const inside = await picture(8);
  const head = Buffer.from([0xff, 0xe1, (inside.length + 2) >> 8, (inside.length + 2) & 255]);
  return Buffer.concat([jpeg.subarray(0, 2), head, inside, jpeg.subarray(2)]);
}

describe('splitMjpeg', () => {
  it('finds each picture whole, progressive ones and those with a picture within their metadata', async () => {
    const frames = [
      await picture(32),
      await picture(40, { progressive: true }),
      await picture(24, { thumbnail: true }),
    ];
    expect(splitMjpeg(Buffer.concat(frames)).map((frame) => Buffer.from(frame))).toEqual(frames);
  });

  it('leaves out a last picture that ends early, and never throws', async () => {
    const frame = await picture(32);
    expect(splitMjpeg(Buffer.concat([frame, frame.subarray(0, -5)]))).toHaveLength(1);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(splitMjpeg(Buffer.concat([Uint8Array.of(0xff, 0xd8), bytes])).length).toBeLessThanOrEqual(150);
      }),
    );
  });
});
