import openCodec from '@cornerstonejs/codec-openjpeg/wasmjs';

/** A lossless JP2 file of 8-bit grey or RGB pixels, made for a test. */
export async function encodeJp2(
  pixels: Uint8Array,
  width: number,
  height: number,
  components: 1 | 3,
): Promise<Uint8Array> {
  const codec = await openCodec({ print: () => undefined, printErr: () => undefined });
  const encoder = new codec.J2KEncoder();
  const frame = { width, height, bitsPerSample: 8, componentCount: components, isSigned: false };
  encoder.getDecodedBuffer(frame).set(pixels);
  encoder.encode();
  const codestream = encoder.getEncodedBuffer().slice();
  encoder.delete();
  const size = [0, 0, height >> 8, height & 255, 0, 0, width >> 8, width & 255];
  // JP2 boxes of ISO/IEC 15444-1, Annex I: signature, file type, header (ihdr, colr), codestream.
  const colourSpace = components === 3 ? 16 : 17;
  return Uint8Array.of(
    ...box('jP  ', [0x0d, 0x0a, 0x87, 0x0a]),
    ...box('ftyp', [...text('jp2 '), 0, 0, 0, 0, ...text('jp2 ')]),
    ...box('jp2h', [
      ...box('ihdr', [...size, 0, components, 7, 7, 0, 0]),
      ...box('colr', [1, 0, 0, 0, 0, 0, colourSpace]),
    ]),
    ...box('jp2c', [...codestream]),
  );
}

function text(ascii: string): number[] {
  return [...ascii].map((c) => c.charCodeAt(0));
}

function box(type: string, content: readonly number[]): number[] {
  const length = content.length + 8;
  return [
    length >>> 24,
    (length >>> 16) & 255,
    (length >>> 8) & 255,
    length & 255,
    ...text(type),
    ...content,
  ];
}
