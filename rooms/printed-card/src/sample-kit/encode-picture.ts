import jpegTurbo from '@julusian/jpeg-turbo';
import type { RgbImage } from '../engine/rgb-image.ts';

/** As the screen sends it: a JPEG of quality 85. */
export function encodePicture({ data, width, height }: RgbImage): Uint8Array {
  return jpegTurbo.compressSync(Buffer.from(data.buffer, data.byteOffset, data.byteLength), {
    format: jpegTurbo.FORMAT_RGB,
    width,
    height,
    quality: 85,
    subsampling: jpegTurbo.SAMP_420,
  });
}
