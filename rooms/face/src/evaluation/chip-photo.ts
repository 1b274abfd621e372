import openJpeg from '@cornerstonejs/codec-openjpeg/wasmjs';
import { type Attempt, done, failed, reason } from '@honnin/outcome';
import sharp from 'sharp';
import { findPhotoFace } from '../comparison/find-photo-face.ts';
import { decodeImage } from '../decoding/decode-image.ts';
import type { FaceEngine } from '../engine/face-engine.ts';

const [width, height] = [240, 320];
/** 76,800 pixels in about 3 kB, as on a card. */
const compressionRatio = 25;
/** Share of the photo's height that the face box takes, and where its centre stands. */
const [faceShare, faceCentre] = [0.42, 0.48];

/**
 * Makes of a picture what a card's chip would hold: 240x320 upright about the face, grey, JPEG 2000 of about
 * 3 kB (a bare codestream). Where the picture is too small for head and shoulders it is cut at its edges, never
 * filled. Fails with the decoder's codes or `no-face`.
 */
export async function makeChipPhoto(engine: FaceEngine, picture: Uint8Array): Promise<Attempt<Uint8Array>> {
  const decoded = await decodeImage(picture);
  if (decoded.status === 'failed') return decoded;
  const image = decoded.value;
  try {
    const found = await findPhotoFace(engine, image);
    if (found === null) return failed(reason('no-face'));
    const { face } = found;
    const tall = Math.floor(
      Math.min(image.height, (image.width * height) / width, Math.max(16, face.height / faceShare)),
    );
    const wide = Math.max(1, Math.floor((tall * width) / height));
    const left = place(face.x + face.width / 2 - wide / 2, image.width - wide);
    const top = place(face.y + face.height / 2 - faceCentre * tall, image.height - tall);
    const raw = { width: image.width, height: image.height, channels: 3 as const };
    const grey = await sharp(image.data, { raw })
      .extract({ left, top, width: wide, height: tall })
      .resize(width, height, { fit: 'fill' })
      .greyscale()
      .raw()
      .toBuffer();
    return done(await encode(grey));
  } finally {
    image.data.fill(0);
  }
}

function place(wanted: number, most: number): number {
  return Math.round(Math.min(Math.max(0, wanted), Math.max(0, most)));
}

let opening: ReturnType<typeof openJpeg> | undefined;

async function encode(grey: Uint8Array): Promise<Uint8Array> {
  const silent = () => undefined;
  // Compiled once for a process: it takes longer than encoding.
  opening ??= openJpeg({ print: silent, printErr: silent });
  const codec = await opening;
  const encoder = new codec.J2KEncoder();
  try {
    encoder
      .getDecodedBuffer({ width, height, bitsPerSample: 8, componentCount: 1, isSigned: false })
      .set(grey);
    encoder.setDecompositions(5);
    // The second argument is the number of quality layers: with none the ratio below is passed over.
    encoder.setQuality(false, 1);
    encoder.setCompressionRatio(0, compressionRatio);
    encoder.encode();
    return encoder.getEncodedBuffer().slice();
  } finally {
    encoder.delete();
  }
}
