import { dataObject } from './data-object.ts';

/** `FF20 82 hh ll` in front of the objects. */
const outerHeader = 5;

/**
 * The objects of a file under outer tag FF20, led by DF21: the offset of each object from the first byte of
 * the file, two bytes big-endian.
 */
export function withOffsetTable(objects: readonly Uint8Array[]): Uint8Array {
  let offset = outerHeader + 3 + 2 * objects.length;
  const table = objects.flatMap((object) => {
    const start = offset;
    offset += object.length;
    return [start >> 8, start & 0xff];
  });
  // READ BINARY reaches 15 bits far (ISO/IEC 7816-4 11.3.3).
  if (offset > 0x7fff) throw new RangeError(`the file would have ${offset} bytes; a card holds 32767`);
  const content = Buffer.concat(objects);
  const header = dataObject(0xdf21, Uint8Array.from(table));
  const length = header.length + content.length;
  return Buffer.concat([Uint8Array.of(0xff, 0x20, 0x82, length >> 8, length & 0xff), header, content]);
}
