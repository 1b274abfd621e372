import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { encodeJp2 } from '../../test/encode-jp2.ts';
import { decodeFrame } from './decode-frame.ts';
import { decodeImage } from './decode-image.ts';
import { defaultImageLimits } from './image-limits.ts';
import { readJpeg2000Header } from './jpeg-2000-header.ts';

/** A picture with a bright top left quarter. */
function picture(width = 60, height = 40, channels: 1 | 3 = 3): Buffer {
  const data = Buffer.alloc(width * height * channels, 30);
  for (let y = 0; y < height / 2; y++) {
    data.fill(220, y * width * channels, (y * width + width / 2) * channels);
  }
  return data;
}

const raw = sharp(picture(), { raw: { width: 60, height: 40, channels: 3 } });
const jpeg = await raw.clone().jpeg({ quality: 95 }).toBuffer();
const png = await raw.clone().png().toBuffer();
const jp2 = await encodeJp2(picture(), 60, 40, 3);
const greyJp2 = await encodeJp2(picture(60, 40, 1), 60, 40, 1);

async function codeOf(bytes: Uint8Array, limits = defaultImageLimits): Promise<string> {
  const decoded = await decodeImage(bytes, limits);
  return decoded.status === 'failed' ? decoded.reason.code : 'done';
}

function pixel(data: Uint8Array, width: number, x: number, y: number): number {
  return data[(y * width + x) * 3] ?? -1;
}

describe('decodeImage', () => {
  it.each([
    ['JPEG', jpeg],
    ['PNG', png],
    ['colour JPEG 2000', jp2],
    ['grey JPEG 2000', greyJp2],
  ])('decodes %s by its first bytes', async (_name, bytes) => {
    const decoded = await decodeImage(bytes);
    if (decoded.status === 'failed') throw new Error(decoded.reason.code);
    const { width, height, data } = decoded.value;
    expect([width, height, data.length]).toEqual([60, 40, 60 * 40 * 3]);
    expect(pixel(data, width, 10, 10)).toBeGreaterThan(210);
    expect(pixel(data, width, 50, 30)).toBeLessThan(40);
  });

  it('turns a photo upright after its EXIF orientation', async () => {
    // Orientation 6: the camera was turned, the picture has to be turned clockwise.
    const turned = await raw.clone().withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const decoded = await decodeImage(turned);
    if (decoded.status === 'failed') throw new Error(decoded.reason.code);
    const { width, height, data } = decoded.value;
    expect([width, height]).toEqual([40, 60]);
    expect(pixel(data, width, 30, 10)).toBeGreaterThan(200);
    expect(pixel(data, width, 10, 10)).toBeLessThan(50);
  });

  it('lays transparent parts on white', async () => {
    const clear = sharp({ create: { width: 8, height: 8, channels: 4, background: '#00000000' } });
    const decoded = await decodeImage(await clear.png().toBuffer());
    expect(decoded.status === 'done' && pixel(decoded.value.data, 8, 4, 4)).toBe(255);
  });

  it('decodes CMYK and grey JPEG to RGB', async () => {
    expect(await codeOf(await raw.clone().toColourspace('cmyk').jpeg().toBuffer())).toBe('done');
    expect(await codeOf(await raw.clone().grayscale().jpeg().toBuffer())).toBe('done');
  });

  it('refuses other formats, by content and not by name', async () => {
    expect(await codeOf(await raw.clone().webp().toBuffer())).toBe('image-format-unsupported');
    expect(await codeOf(new Uint8Array(0))).toBe('image-format-unsupported');
    expect(await codeOf(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBe(
      'image-format-unsupported',
    );
  });

  it('decompression bomb: refuses a picture by its header, before it is decoded', async () => {
    const wide = await sharp({ create: { width: 16_000, height: 1, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    expect(await codeOf(wide)).toBe('image-too-large');
    const limits = { ...defaultImageLimits, maximumPixels: 1000 };
    for (const bytes of [jpeg, png, jp2]) expect(await codeOf(bytes, limits)).toBe('image-too-large');
    expect(await codeOf(jpeg, { ...defaultImageLimits, maximumBytes: 100 })).toBe('image-too-large');
  });

  it('truncated picture: fails for every cut of a JPEG 2000 photo', async () => {
    for (let cut = 12; cut < jp2.length - 2; cut += Math.ceil(jp2.length / 60)) {
      expect(await codeOf(jp2.subarray(0, cut)), `${cut} of ${jp2.length}`).toBe('image-damaged');
    }
  });

  it('truncated picture: fails for cut JPEG and PNG', async () => {
    for (const bytes of [jpeg, png]) {
      for (const share of [0.1, 0.5, 0.9]) {
        expect(await codeOf(bytes.subarray(0, Math.floor(bytes.length * share)))).toBe('image-damaged');
      }
    }
  });

  it('flipped header: a JPEG 2000 photo fails or keeps its size, and never crashes', async () => {
    const header = 140;
    await fc.assert(
      fc.asyncProperty(fc.nat(header), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const bytes = new Uint8Array(jp2);
        bytes[at] = (bytes[at] ?? 0) ^ flip;
        const decoded = await decodeImage(bytes, { ...defaultImageLimits, maximumPixels: 1_000_000 });
        if (decoded.status === 'failed') return;
        const { width, height, data } = decoded.value;
        expect(data.length).toBe(width * height * 3);
        expect([width, height]).toEqual([
          readJpeg2000Header(bytes)?.width,
          readJpeg2000Header(bytes)?.height,
        ]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('decodeFrame', () => {
  it('decodes a camera frame as decodeImage does', async () => {
    const frame = decodeFrame(jpeg);
    const image = await decodeImage(jpeg);
    if (frame.status === 'failed' || image.status === 'failed') throw new Error('not decoded');
    expect([frame.value.width, frame.value.height]).toEqual([60, 40]);
    const { data } = image.value;
    const difference = frame.value.data.reduce((sum, v, i) => sum + Math.abs(v - (data[i] ?? 0)), 0);
    // The two decoders differ in how they smooth colour; not in more.
    expect(difference / data.length).toBeLessThan(1);
  });

  it('answers a failure for truncated and foreign bytes', () => {
    for (const bytes of [jpeg.subarray(0, 100), jpeg.subarray(0, 300), png, new Uint8Array(0)]) {
      expect(decodeFrame(bytes)).toMatchObject({ status: 'failed', reason: { code: 'image-damaged' } });
    }
  });

  it('decompression bomb: refuses a frame whose header claims 60000 pixels', () => {
    const bomb = new Uint8Array(jpeg);
    for (let i = 0; i + 9 < bomb.length; i++) {
      if (bomb[i] === 0xff && bomb[i + 1] === 0xc0) {
        bomb.set([0xea, 0x60, 0xea, 0x60], i + 5);
        break;
      }
    }
    expect(decodeFrame(bomb)).toMatchObject({ status: 'failed', reason: { code: 'image-too-large' } });
  });
});
