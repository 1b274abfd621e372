const code = { cod: 0xff52, coc: 0xff53, poc: 0xff5f, sot: 0xff90, sod: 0xff93 } as const;

/** Bounds on what a decoder has to set up before it sees any data; a photo of 16 million samples stays below. */
const maximumLayers = 64;
const maximumLevels = 12;
const maximumBlocks = 40_000;

export interface CodedPicture {
  readonly width: number;
  readonly height: number;
  readonly components: number;
  readonly tiles: number;
}

/**
 * Whether a JPEG 2000 codestream (from `start` on) asks for more bookkeeping than a photo needs: precincts and
 * code-blocks of a few samples each cost a decoder a hundred times the picture's own memory. Coding styles that
 * differ by component or tile, which no photo has, are refused as well, since they would slip past. Answers
 * what is too much (ISO/IEC 15444-1, A.6), or null.
 */
export function excessOfJpeg2000(bytes: Uint8Array, start: number, picture: CodedPicture): string | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let tileEnd: number | null = null;
  let seen = false;
  for (let at = start + 2; at + 4 <= bytes.length; ) {
    const marker = view.getUint16(at);
    if (marker === code.sod) {
      // The tile's data: on to the next tile's header, where there is one.
      if (tileEnd === null || tileEnd <= at) break;
      at = tileEnd;
      continue;
    }
    if (marker < 0xff00) break;
    if (marker === code.sot && at + 12 <= bytes.length) {
      const length = view.getUint32(at + 6);
      tileEnd = length === 0 ? null : at + length;
    } else if (marker === code.coc || marker === code.poc || (marker === code.cod && tileEnd !== null)) {
      return 'coding styles of its own for parts of it';
    } else if (marker === code.cod) {
      if (seen) return 'two coding styles';
      seen = true;
      const excess = excessOfStyle(view, at, picture);
      if (excess !== null) return excess;
    }
    at += 2 + Math.max(2, view.getUint16(at + 2));
  }
  return null;
}

function excessOfStyle(view: DataView, at: number, picture: CodedPicture): string | null {
  // What is cut off here, the decoder finds damaged.
  if (at + 14 > view.byteLength) return null;
  const layers = view.getUint16(at + 6);
  const levels = view.getUint8(at + 9);
  if (layers > maximumLayers || levels > maximumLevels) return `${layers} layers, ${levels} levels`;
  const withPrecincts = (view.getUint8(at + 4) & 1) === 1;
  if (withPrecincts && at + 14 + levels + 1 > view.byteLength) return null;
  const block = 2 ** (view.getUint8(at + 10) + 2 + view.getUint8(at + 11) + 2);
  let pieces = 0;
  for (let level = 0; level <= levels; level++) {
    const shrink = 2 ** (levels - level);
    const samples = Math.ceil(picture.width / shrink) * Math.ceil(picture.height / shrink);
    const size = withPrecincts ? view.getUint8(at + 14 + level) : 0xff;
    const precinct = 2 ** ((size & 15) + (size >> 4));
    pieces += samples / precinct + samples / Math.min(block, precinct);
  }
  pieces = pieces * picture.components + picture.tiles * picture.components * (levels + 1);
  return pieces > maximumBlocks ? `${Math.round(pieces)} pieces` : null;
}
