import { encodeJp2 } from './encode-jp2.ts';

/** Size of a chip photo, as on the personas' cards. */
export const chipPhotoSize = { width: 240, height: 320 } as const;

/** Encodes a grey picture of 240x320 (one byte a pixel) as the JP2 file that a card-face record holds. */
export async function encodeChipPhoto(grey: Uint8Array): Promise<Uint8Array> {
  const { width, height } = chipPhotoSize;
  if (grey.length !== width * height) throw new RangeError(`a chip photo has ${width * height} grey pixels`);
  return encodeJp2({ ...chipPhotoSize, components: 1, data: grey }, 20);
}
