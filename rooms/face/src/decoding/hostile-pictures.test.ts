import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { encodeJp2 } from '../../test/encode-jp2.ts';
import { decodeFrame } from './decode-frame.ts';
import { decodeImage } from './decode-image.ts';
import { defaultImageLimits } from './image-limits.ts';

const [width, height] = [60, 40];
/** Every corner of another colour, so that a turned picture is seen to be turned. */
const pixels = Buffer.alloc(width * height * 3);
for (let y = 0; y < height; y++) {
  for (let x = 0; x < width; x++) {
    pixels.set([x < width / 2 ? 230 : 25, y < height / 2 ? 230 : 25, (x * y) % 50], (y * width + x) * 3);
  }
}
const raw = () => sharp(pixels, { raw: { width, height, channels: 3 } });
const jpeg = await raw().jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer();
const progressive = await raw().jpeg({ progressive: true }).toBuffer();
const png = await raw().png().toBuffer();
const jp2 = Buffer.from(await encodeJp2(pixels, width, height, 3));

/** Time in which anything within the limits is decoded or refused on a busy machine. */
const patienceMs = 8_000;

async function judge(bytes: Uint8Array, limits = defaultImageLimits): Promise<string> {
  const began = performance.now();
  const decoded = await decodeImage(bytes, limits);
  expect(performance.now() - began).toBeLessThan(patienceMs);
  if (decoded.status === 'failed') return decoded.reason.code;
  const { value } = decoded;
  expect(value.data.length).toBe(value.width * value.height * 3);
  return 'done';
}

function judgeFrame(bytes: Uint8Array): string {
  const began = performance.now();
  const decoded = decodeFrame(bytes);
  expect(performance.now() - began).toBeLessThan(patienceMs);
  if (decoded.status === 'failed') return decoded.reason.code;
  const { value } = decoded;
  expect(value.data.length).toBe(value.width * value.height * 3);
  return 'done';
}

/** Offset of a two-byte marker. */
const markerAt = (bytes: Buffer, marker: number) => bytes.indexOf(Buffer.from([0xff, marker]));

function jpegClaiming(source: Buffer, wide: number, high: number): Buffer {
  const claiming = Buffer.from(source);
  const at = Math.max(markerAt(source, 0xc0), markerAt(source, 0xc2));
  claiming.writeUInt16BE(high, at + 5);
  claiming.writeUInt16BE(wide, at + 7);
  return claiming;
}

/** The same scan of a progressive picture, over and over. */
function manyScans(source: Buffer, count: number): Buffer {
  const last = source.lastIndexOf(Buffer.from([0xff, 0xda]));
  const end = source.length - 2;
  const scan = source.subarray(last, end);
  return Buffer.concat([source.subarray(0, end), ...Array<Buffer>(count).fill(scan), source.subarray(end)]);
}

function crc(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ ((sum & 1) === 0 ? 0 : 0xedb88320);
  }
  return (sum ^ 0xffffffff) >>> 0;
}

function pngOf(wide: number, high: number, data: Buffer): Buffer {
  const chunk = (type: string, content: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(content.length);
    check.writeUInt32BE(crc(body));
    return Buffer.concat([length, body, check]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(wide, 0);
  header.writeUInt32BE(high, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    png.subarray(0, 8),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(data)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A codestream with fields of its SIZ or COD segment changed. */
function jp2With(change: (bytes: Buffer, siz: number, cod: number) => void): Buffer {
  const changed = Buffer.from(jp2);
  change(changed, markerAt(changed, 0x51), markerAt(changed, 0x52));
  return changed;
}

describe('pictures of every kind', () => {
  it('are decoded: 16 bit, palette, interlaced, grey with alpha, animated, CMYK, one pixel', async () => {
    const grey = sharp(Buffer.alloc(8 * 8 * 2, 128), { raw: { width: 8, height: 8, channels: 2 } });
    const kinds: Record<string, Buffer> = {
      '16-bit PNG': await raw().toColourspace('rgb16').png().toBuffer(),
      'palette PNG': await raw().png({ palette: true, colours: 16 }).toBuffer(),
      'interlaced PNG': await raw().png({ progressive: true }).toBuffer(),
      'PNG of grey and alpha': await grey.png().toBuffer(),
      'CMYK JPEG': await raw().toColourspace('cmyk').jpeg().toBuffer(),
      'progressive JPEG': progressive,
      'PNG of one pixel': await raw().resize(1, 1).png().toBuffer(),
      'JPEG of one pixel': await raw().resize(1, 1).jpeg().toBuffer(),
      'JPEG with something else behind it': Buffer.concat([jpeg, png, Buffer.from('<script>')]),
      'JPEG of 1x9000': await raw().resize(1, 9000, { fit: 'fill' }).jpeg().toBuffer(),
    };
    for (const [kind, bytes] of Object.entries(kinds)) expect(await judge(bytes), kind).toBe('done');
  });

  it('are turned upright from each of the eight EXIF orientations', async () => {
    const upright = await decodeImage(png);
    if (upright.status === 'failed') throw new Error(upright.reason.code);
    // How a camera held in each way would have stored the same view; sharp flips before it turns.
    const stored: ((picture: Sharp) => Sharp)[] = [
      (picture) => picture,
      (picture) => picture.flop(),
      (picture) => picture.rotate(180),
      (picture) => picture.flip(),
      (picture) => picture.rotate(90).flip(),
      (picture) => picture.rotate(270),
      (picture) => picture.rotate(270).flip(),
      (picture) => picture.rotate(90),
    ];
    for (const [i, store] of stored.entries()) {
      const lying = await store(raw()).png().toBuffer();
      const orientation = i + 1;
      const bytes = await sharp(lying).withMetadata({ orientation }).jpeg({ quality: 95 }).toBuffer();
      const decoded = await decodeImage(bytes);
      if (decoded.status === 'failed') throw new Error(decoded.reason.code);
      expect([decoded.value.width, decoded.value.height], `orientation ${orientation}`).toEqual([
        width,
        height,
      ]);
      for (const [x, y] of [
        [5, 5],
        [54, 5],
        [5, 34],
        [54, 34],
      ] as const) {
        for (const channel of [0, 1]) {
          const at = (y * width + x) * 3 + channel;
          const difference = Math.abs((decoded.value.data[at] ?? 0) - (upright.value.data[at] ?? 0));
          expect(difference, `orientation ${orientation} at ${x}, ${y}`).toBeLessThan(40);
        }
      }
    }
  });
});

describe('decompression bombs are refused, or cost no more than a picture of the limit', () => {
  it('a PNG of 30000x30000 pixels in a few bytes', async () => {
    expect(await judge(pngOf(30_000, 30_000, Buffer.alloc(1000)))).toBe('image-too-large');
  });

  it('a PNG whose data unpack to far more than its size', async () => {
    expect(await judge(pngOf(4, 4, Buffer.alloc(64 * 1024 * 1024)))).toMatch(/^(done|image-damaged)$/);
  });

  it('a PNG of 6000x6000 pixels that ends early', async () => {
    expect(await judge(pngOf(6_000, 6_000, Buffer.alloc(1000)))).toBe('image-damaged');
  });

  it('a JPEG of 1x60000, of 60000x60000, and of no pixels', async () => {
    for (const [wide, high] of [
      [1, 60_000],
      [60_000, 60_000],
    ] as const) {
      expect(await judge(jpegClaiming(jpeg, wide, high))).toBe('image-too-large');
      expect(judgeFrame(jpegClaiming(jpeg, wide, high))).toBe('image-too-large');
    }
    expect(await judge(jpegClaiming(jpeg, 0, 0))).toBe('image-damaged');
    expect(judgeFrame(jpegClaiming(jpeg, 0, 0))).toBe('image-damaged');
  });

  it('a JPEG that claims many pixels and brings next to no data', async () => {
    for (const source of [jpeg, progressive]) {
      expect(await judge(jpegClaiming(source, 6_000, 6_000))).toBe('image-too-large');
      expect(judgeFrame(jpegClaiming(source, 4_000, 4_000))).toBe('image-too-large');
    }
  });

  it('a progressive JPEG of thousands of scans', async () => {
    for (const count of [100, 5_000]) {
      expect(await judge(manyScans(progressive, count))).toBe('image-too-large');
      expect(judgeFrame(manyScans(progressive, count))).toBe('image-too-large');
    }
  });

  it('a JPEG 2000 of huge size, of thousands of tiles, of many components', async () => {
    const large = jp2With((bytes, siz) => {
      for (const at of [6, 10, 22, 26]) bytes.writeUInt32BE(11_000, siz + at);
    });
    const tiled = jp2With((bytes, siz) => {
      bytes.writeUInt32BE(1, siz + 22);
      bytes.writeUInt32BE(1, siz + 26);
    });
    const many = jp2With((bytes, siz) => bytes.writeUInt16BE(16_384, siz + 38));
    expect(await judge(large)).toBe('image-too-large');
    expect(await judge(tiled)).toBe('image-too-large');
    expect(await judge(many)).toMatch(/^image-(damaged|format-unsupported)$/);
  });

  it('a JPEG 2000 of endless layers, levels, code-blocks or precincts', async () => {
    const changes: ((bytes: Buffer, cod: number, siz: number) => void)[] = [
      (bytes, cod) => bytes.writeUInt16BE(65_535, cod + 6),
      (bytes, cod) => bytes.writeUInt8(32, cod + 9),
      (bytes, cod, siz) => {
        for (const at of [6, 10, 22, 26]) bytes.writeUInt32BE(2_000, siz + at);
        bytes.writeUInt16BE(0, cod + 10);
      },
    ];
    for (const [i, change] of changes.entries()) {
      expect(await judge(jp2With((bytes, siz, cod) => change(bytes, cod, siz))), `change ${i}`).toBe(
        'image-too-large',
      );
    }
  });
});

describe('damaged pictures', () => {
  const sources = { jpeg, progressive, png, jp2 };

  it('truncated at any byte: a picture or a failure with a name, in time', async () => {
    for (const [kind, bytes] of Object.entries(sources)) {
      await fc.assert(
        fc.asyncProperty(fc.nat(bytes.length - 1), async (length) => {
          const code = await judge(bytes.subarray(0, length));
          expect(code, kind).toMatch(/^(done|image-(damaged|too-large|format-unsupported))$/);
          // Only the marker that ends it may be missing.
          if (code === 'done') expect(length).toBeGreaterThan(bytes.length * 0.9);
        }),
        { numRuns: 40 },
      );
    }
  });

  it('with any bytes flipped: a picture or a failure with a name, in time', async () => {
    for (const [kind, source] of Object.entries(sources)) {
      const flips = fc.array(fc.tuple(fc.nat(source.length - 1), fc.integer({ min: 1, max: 255 })), {
        minLength: 1,
        maxLength: 8,
      });
      await fc.assert(
        fc.asyncProperty(flips, async (changes) => {
          const bytes = Buffer.from(source);
          for (const [at, flip] of changes) bytes[at] = (bytes[at] ?? 0) ^ flip;
          const limits = { ...defaultImageLimits, maximumPixels: 4_000_000 };
          expect(await judge(bytes, limits), kind).toMatch(/^(done|image-[a-z-]+)$/);
          if (kind === 'jpeg' || kind === 'progressive') {
            expect(judgeFrame(bytes)).toMatch(/^(done|image-[a-z-]+)$/);
          }
        }),
        { numRuns: 60 },
      );
    }
  });

  it('of random bytes behind a signature: a failure with a name', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.values(sources)),
        fc.uint8Array({ maxLength: 400 }),
        async (source, rest) => {
          expect(await judge(Buffer.concat([source.subarray(0, 12), rest]))).toMatch(/^image-/);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('leave no memory behind: hundreds of them, and the process is as large as before', async () => {
    const cut = [jpeg, png, jp2].map((bytes) => bytes.subarray(0, bytes.length * 0.7));
    const round = async (count: number) => {
      for (let i = 0; i < count; i++) for (const bytes of cut) await decodeImage(bytes);
      return process.memoryUsage.rss();
    };
    const before = await round(30);
    expect((await round(100)) - before).toBeLessThan(120 * 1024 * 1024);
  });
});
