import { type Attempt, done, failed, reason } from '@honnin/outcome';
import jpegTurbo from '@julusian/jpeg-turbo';
import { excessOfJpeg, readJpegHeader } from './jpeg-header.ts';
import type { RgbImage } from './rgb-image.ts';

/** Cameras deliver up to 4K; anything longer is not a camera frame. */
const maximumSide = 4096;

/**
 * Decodes one camera frame (baseline or progressive JPEG, no EXIF) on the hot path: about 1 ms of processor
 * time at 640x480. Fails with `image-damaged`, `image-too-large`, `image-format-unsupported`.
 */
export function decodeFrame(jpeg: Uint8Array): Attempt<RgbImage> {
  const size = readJpegHeader(jpeg);
  if (size === null) return failed(reason('image-damaged', 'no JPEG frame header'));
  if (Math.max(size.width, size.height) > maximumSide) {
    return failed(reason('image-too-large', `${size.width}x${size.height}`));
  }
  const excess = excessOfJpeg(size, jpeg.byteLength);
  if (excess !== null) return failed(reason('image-too-large', excess));
  if (size.components !== 1 && size.components !== 3) {
    return failed(reason('image-format-unsupported', `${size.components} components in a camera frame`));
  }
  try {
    const bytes = Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
    const { width, height, data } = jpegTurbo.decompressSync(bytes, { format: jpegTurbo.FORMAT_RGB });
    if (data.length !== width * height * 3) return failed(reason('image-damaged', 'short of pixels'));
    return done({ width, height, data });
  } catch {
    return failed(reason('image-damaged', 'the JPEG ends early'));
  }
}
