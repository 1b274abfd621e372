/** What the SIZ marker segment of a JPEG 2000 codestream says (ISO/IEC 15444-1, A.5.1). */
export interface Jpeg2000Header {
  readonly width: number;
  readonly height: number;
  readonly components: number;
  readonly tiles: number;
  /** True when every component has 8 unsigned bits and no subsampling. */
  readonly plain: boolean;
  /** Where the codestream begins. */
  readonly start: number;
}

const siz = 0xff51;

/**
 * Reads the size of a JPEG 2000 picture (JP2 file or bare codestream) without decoding it, so that a hostile
 * header is refused before any memory is spent on it. Null when there is no readable SIZ segment.
 */
export function readJpeg2000Header(bytes: Uint8Array): Jpeg2000Header | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = findCodestream(view);
  if (start === null || start + 42 > view.byteLength || view.getUint16(start + 2) !== siz) return null;
  const at = (offset: number) => view.getUint32(start + offset);
  const components = view.getUint16(start + 40);
  const width = at(8) - at(16);
  const height = at(12) - at(20);
  const [tileWidth, tileHeight] = [at(24), at(28)];
  if (width <= 0 || height <= 0 || tileWidth === 0 || tileHeight === 0 || components === 0) return null;
  if (start + 42 + 3 * components > view.byteLength) return null;
  let plain = true;
  for (let i = 0; i < components; i++) {
    const offset = start + 42 + 3 * i;
    if (view.getUint8(offset) !== 7 || view.getUint16(offset + 1) !== 0x0101) plain = false;
  }
  const tiles = Math.ceil(at(8) / tileWidth) * Math.ceil(at(12) / tileHeight);
  return { width, height, components, tiles, plain, start };
}

/** Offset of the SOC marker: 0 for a bare codestream, inside the `jp2c` box for a JP2 file (Annex I). */
function findCodestream(view: DataView): number | null {
  if (view.byteLength >= 4 && view.getUint16(0) === 0xff4f) return 0;
  let offset = 0;
  while (offset + 8 <= view.byteLength) {
    const length = view.getUint32(offset);
    const type = view.getUint32(offset + 4);
    const header = length === 1 ? 16 : 8;
    if (type === 0x6a703263) return offset + header;
    if (length < 8) return null;
    offset += length;
  }
  return null;
}
