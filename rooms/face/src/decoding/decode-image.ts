import { type Attempt, done, failed, reason } from '@honnin/outcome';
import { decodeJpeg2000 } from './decode-jpeg-2000.ts';
import { defaultImageLimits, type ImageLimits } from './image-limits.ts';
import { excessOfJpeg, readJpegHeader } from './jpeg-header.ts';
import { nameFormat } from './name-format.ts';
import type { RgbImage } from './rgb-image.ts';

/**
 * Decodes a photo: JPEG, PNG, JPEG 2000 (JP2 file or codestream), told apart by their first bytes, never by
 * name. Turned upright after EXIF, transparent parts on white. The size is read and checked before decoding.
 * Fails with `image-format-unsupported`, `image-too-large` or `image-damaged`.
 */
export async function decodeImage(
  bytes: Uint8Array,
  limits: ImageLimits = defaultImageLimits,
): Promise<Attempt<RgbImage>> {
  if (bytes.length > limits.maximumBytes) {
    return failed(reason('image-too-large', `${bytes.length} bytes`));
  }
  switch (kindOf(bytes)) {
    case 'jpeg-2000':
      return decodeJpeg2000(bytes, limits);
    case 'jpeg': {
      const header = readJpegHeader(bytes);
      if (header === null) return failed(reason('image-damaged', 'no JPEG frame header'));
      const excess = excessOfJpeg(header, bytes.length);
      if (excess !== null) return failed(reason('image-too-large', excess));
      return decodeWithSharp(bytes, limits);
    }
    case 'png':
      return decodeWithSharp(bytes, limits);
    case null:
      return failed(reason('image-format-unsupported', nameFormat(bytes)));
  }
}

/** What is within the limits takes a second; this is for what slips past them. */
const longestSeconds = 10;

const signatures = [
  { kind: 'jpeg', start: [0xff, 0xd8, 0xff] },
  { kind: 'png', start: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { kind: 'jpeg-2000', start: [0x00, 0x00, 0x00, 0x0c, 0x6a, 0x50, 0x20, 0x20, 0x0d, 0x0a, 0x87, 0x0a] },
  { kind: 'jpeg-2000', start: [0xff, 0x4f, 0xff, 0x51] },
] as const;

function kindOf(bytes: Uint8Array): 'jpeg' | 'png' | 'jpeg-2000' | null {
  return signatures.find(({ start }) => start.every((v, i) => bytes[i] === v))?.kind ?? null;
}

async function decodeWithSharp(bytes: Uint8Array, limits: ImageLimits): Promise<Attempt<RgbImage>> {
  const options = { limitInputPixels: limits.maximumPixels, failOn: 'error', animated: false } as const;
  // Not before it is needed: a terminal reads JPEG 2000 from cards, and need not wait for this library to load.
  const { default: sharp } = await import('sharp');
  // Its cache would keep pixels of pictures that were decoded before.
  sharp.cache(false);
  try {
    const { width, height } = await sharp(bytes, { ...options, limitInputPixels: false }).metadata();
    if (Math.max(width, height) > limits.maximumSide || width * height > limits.maximumPixels) {
      return failed(reason('image-too-large', `${width}x${height}`));
    }
    const { data, info } = await sharp(bytes, options)
      .autoOrient()
      .flatten({ background: '#fff' })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .timeout({ seconds: longestSeconds })
      .toBuffer({ resolveWithObject: true });
    if (info.channels === 3) return done({ width: info.width, height: info.height, data });
    return failed(reason('image-format-unsupported', `${info.channels} channels`));
  } catch (error) {
    return failed(reason('image-damaged', error instanceof Error ? error.message : 'decoder stopped'));
  }
}
