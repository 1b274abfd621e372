import openJpeg from '@cornerstonejs/codec-openjpeg/wasmjs';

/** Size of a chip photo, as on the personas' cards. */
export const chipPhotoSize = { width: 240, height: 320 } as const;

/**
 * Encodes a grey picture of 240x320 (one byte a pixel) as the JP2 file that a card-face record holds, of 2 to 4 kB.
 * The encoder writes a bare codestream; the boxes around it follow ISO/IEC 15444-1 Annex I.
 */
export async function encodeChipPhoto(grey: Uint8Array): Promise<Uint8Array> {
  const { width, height } = chipPhotoSize;
  if (grey.length !== width * height) throw new RangeError(`a chip photo has ${width * height} grey pixels`);
  const silent = () => undefined;
  const codec = await openJpeg({ print: silent, printErr: silent });
  const encoder = new codec.J2KEncoder();
  try {
    encoder
      .getDecodedBuffer({ width, height, bitsPerSample: 8, componentCount: 1, isSigned: false })
      .set(grey);
    encoder.setDecompositions(5);
    // The second argument is the number of quality layers: with none the ratio below is passed over.
    encoder.setQuality(false, 1);
    encoder.setCompressionRatio(0, 20);
    encoder.encode();
    return boxed(new Uint8Array(encoder.getEncodedBuffer()));
  } finally {
    encoder.delete();
  }
}

function box(type: string, ...contents: readonly Uint8Array[]): Uint8Array {
  const body = Buffer.concat(contents);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
}

/** Signature, file type, header (image header and greyscale colour), codestream. */
function boxed(codestream: Uint8Array): Uint8Array {
  const { width, height } = chipPhotoSize;
  const imageHeader = Buffer.alloc(14);
  imageHeader.writeUInt32BE(height, 0);
  imageHeader.writeUInt32BE(width, 4);
  imageHeader.writeUInt16BE(1, 8); // one component
  imageHeader.set([7, 7, 0, 0], 10); // 8 bits, JPEG 2000, colour space known, no rights
  // Enumerated colour space 17 is greyscale (I.5.3.3).
  const colour = Uint8Array.of(1, 0, 0, 0, 0, 0, 17);
  const file = Buffer.concat([
    box('jP  ', Uint8Array.of(0x0d, 0x0a, 0x87, 0x0a)),
    box('ftyp', Buffer.from('jp2 \0\0\0\0jp2 ', 'latin1')),
    box('jp2h', box('ihdr', imageHeader), box('colr', colour)),
    box('jp2c', codestream),
  ]);
  return new Uint8Array(file);
}
