import { crc32, deflateSync } from 'node:zlib';

const cellWidth = 6;
const height = 12;

/** The segments of a seven-segment digit that are lit, as [x, y, width, height] in a cell of 6 x 12. */
const segments = {
  a: [1, 1, 4, 1],
  b: [4, 1, 1, 5],
  c: [4, 6, 1, 5],
  d: [1, 10, 4, 1],
  e: [1, 6, 1, 5],
  f: [1, 1, 1, 5],
  g: [1, 5, 4, 1],
} as const;

const lit = ['abcdef', 'bc', 'abged', 'abgcd', 'fgbc', 'afgcd', 'afgedc', 'abc', 'abcdefg', 'abcdfg'];

/** Draws digits as the card stores them: PNG, 1 bit, 6 x 12 pixels a digit (24 x 12 for a security code). */
export function digitsImage(digits: string): Uint8Array {
  const width = digits.length * cellWidth;
  const rowBytes = Math.ceil(width / 8) + 1;
  // PNG 7.2: each row starts with its filter type (0, none); white is 1.
  const pixels = new Uint8Array(rowBytes * height).fill(0xff);
  for (let y = 0; y < height; y += 1) pixels[y * rowBytes] = 0;
  for (const [index, digit] of [...digits].entries()) {
    for (const name of lit[Number(digit)] ?? '') {
      const [left, top, across, down] = segments[name as keyof typeof segments];
      for (let y = top; y < top + down; y += 1) {
        for (let x = index * cellWidth + left; x < index * cellWidth + left + across; x += 1) {
          const at = y * rowBytes + 1 + (x >> 3);
          pixels[at] = (pixels[at] ?? 0) & ~(0x80 >> (x & 7));
        }
      }
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1; // bit depth; colour type 0 is greyscale
  return Buffer.concat([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', new Uint8Array()),
  ]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
