import openJpeg from '@cornerstonejs/codec-openjpeg/wasmjs';

/** A picture of one byte a sample, samples of a pixel side by side: grey, or red, green and blue. */
interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly components: 1 | 3;
  readonly data: Uint8Array;
}

/**
 * Encodes a picture as a JP2 file, `ratio` times smaller than its samples. The encoder writes a bare codestream;
 * the boxes around it follow ISO/IEC 15444-1 Annex I.
 */
export async function encodeJp2(pixels: Pixels, ratio: number): Promise<Uint8Array> {
  const { width, height, components, data } = pixels;
  if (data.length !== width * height * components)
    throw new RangeError(`a picture of ${width}x${height} has ${width * height * components} samples`);
  const silent = () => undefined;
  const codec = await openJpeg({ print: silent, printErr: silent });
  const encoder = new codec.J2KEncoder();
  try {
    encoder
      .getDecodedBuffer({ width, height, bitsPerSample: 8, componentCount: components, isSigned: false })
      .set(data);
    encoder.setDecompositions(5);
    // The second argument is the number of quality layers: with none the ratio below is passed over.
    encoder.setQuality(false, 1);
    encoder.setCompressionRatio(0, ratio);
    encoder.encode();
    return boxed(pixels, new Uint8Array(encoder.getEncodedBuffer()));
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

/** Signature, file type, header (image header and colour), codestream. */
function boxed({ width, height, components }: Pixels, codestream: Uint8Array): Uint8Array {
  const imageHeader = Buffer.alloc(14);
  imageHeader.writeUInt32BE(height, 0);
  imageHeader.writeUInt32BE(width, 4);
  imageHeader.writeUInt16BE(components, 8);
  imageHeader.set([7, 7, 0, 0], 10); // 8 bits, JPEG 2000, colour space known, no rights
  // Enumerated colour spaces (I.5.3.3): 17 is greyscale, 16 sRGB.
  const colour = Uint8Array.of(1, 0, 0, 0, 0, 0, components === 1 ? 17 : 16);
  const file = Buffer.concat([
    box('jP  ', Uint8Array.of(0x0d, 0x0a, 0x87, 0x0a)),
    box('ftyp', Buffer.from('jp2 \0\0\0\0jp2 ', 'latin1')),
    box('jp2h', box('ihdr', imageHeader), box('colr', colour)),
    box('jp2c', codestream),
  ]);
  return new Uint8Array(file);
}
