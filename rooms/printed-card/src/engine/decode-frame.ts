import { type Attempt, done, failed, reason } from '@honnin/outcome';
import jpegTurbo from '@julusian/jpeg-turbo';
import { jpegSize } from './jpeg-size.ts';
import type { RgbImage } from './rgb-image.ts';

/** The screen sends 640x480; more than this is not a picture of the protocol. */
const greatestSide = 1280;
const leastSide = 64;
/** The detection network wants sides of this multiple: what is over is cut off. */
const multiple = 32;

/** Decodes one camera frame. Fails with `print-frame-unreadable`. The caller wipes the pixels. */
export function decodeFrame(jpeg: Uint8Array): Attempt<RgbImage> {
  const unreadable = (detail: string) => failed(reason('print-frame-unreadable', detail));
  const size = jpegSize(jpeg);
  if (size === null) return unreadable('no JPEG');
  if (Math.max(size.width, size.height) > greatestSide || Math.min(size.width, size.height) < leastSide) {
    return unreadable(`${size.width}x${size.height}`);
  }
  try {
    const bytes = Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
    const { width, height, data } = jpegTurbo.decompressSync(bytes, { format: jpegTurbo.FORMAT_RGB });
    return data.length === width * height * 3
      ? done(cutToMultiple({ width, height, data }))
      : unreadable('short of pixels');
  } catch {
    return unreadable('the JPEG ends early');
  }
}

function cutToMultiple(image: RgbImage): RgbImage {
  const width = image.width - (image.width % multiple);
  const height = image.height - (image.height % multiple);
  if (width === image.width && height === image.height) return image;
  const data = new Uint8Array(3 * width * height);
  for (let y = 0; y < height; y++) {
    const from = 3 * y * image.width;
    data.set(image.data.subarray(from, from + 3 * width), 3 * y * width);
  }
  image.data.fill(0);
  return { width, height, data };
}
