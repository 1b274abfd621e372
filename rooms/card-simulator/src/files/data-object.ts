/**
 * A BER-TLV data object (ISO/IEC 8825-1 8.1) as the card writes it: a tag of one or two bytes, the length in
 * the short form or as `82 hh ll`.
 */
export function dataObject(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const value = Buffer.concat(parts);
  if (value.length > 0xffff) throw new RangeError(`object ${tag.toString(16)} is over 65535 bytes`);
  const tagBytes = tag > 0xff ? [tag >> 8, tag & 0xff] : [tag];
  const lengthBytes = value.length < 0x80 ? [value.length] : [0x82, value.length >> 8, value.length & 0xff];
  return Uint8Array.from([...tagBytes, ...lengthBytes, ...value]);
}

export const ascii = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
