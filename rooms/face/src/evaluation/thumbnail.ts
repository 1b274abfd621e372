import { type Attempt, done, failed, reason } from '@honnin/outcome';
import sharp from 'sharp';
import { decodeImage } from '../decoding/decode-image.ts';

/** A small JPEG of a picture, `side` pixels at its longest. Fails with the decoder's codes. */
export async function makeThumbnail(picture: Uint8Array, side: number): Promise<Attempt<Uint8Array>> {
  const decoded = await decodeImage(picture);
  if (decoded.status === 'failed') return decoded;
  const { width, height, data } = decoded.value;
  try {
    const jpeg = await sharp(data, { raw: { width, height, channels: 3 } })
      .resize(side, side, { fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 72 })
      .toBuffer();
    return done(new Uint8Array(jpeg));
  } catch (error) {
    return failed(reason('image-damaged', error instanceof Error ? error.message : 'not drawable'));
  } finally {
    data.fill(0);
  }
}
