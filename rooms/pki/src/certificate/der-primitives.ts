import { type DerReader, derTag } from './der-reader.ts';

/** X.690 §11.1: FF or 00. */
export function booleanOf(contents: Uint8Array): boolean {
  if (contents.length !== 1 || (contents[0] !== 0xff && contents[0] !== 0)) throw new Error('no boolean');
  return contents[0] === 0xff;
}

/** A non-negative INTEGER or ENUMERATED that fits 31 bits. */
export function smallNumberOf(contents: Uint8Array): number {
  const [first = 0x80] = contents;
  if (contents.length > 4 || first >= 0x80) throw new Error('number out of range');
  return contents.reduce((sum, octet) => sum * 256 + octet, 0);
}

/** Before an arc outgrows this, exact numbers end soon, and it goes on as a bigint. */
const largestPlainArc = 2 ** 45;

/** The first arc holds two: 40 times the top (0, 1 or 2) and the second. */
function firstTwo(value: number | bigint): string {
  if (typeof value === 'bigint') return `2.${value - 80n}`;
  const top = Math.min(Math.floor(value / 40), 2);
  return `${top}.${value - top * 40}`;
}

/** Dotted object identifier (X.690 §8.19); arcs may be as large as those made of a UUID (X.667). */
export function objectIdentifierOf(contents: Uint8Array): string {
  if (contents.length === 0 || contents.length > 64 || (contents.at(-1) ?? 0) >= 0x80)
    throw new Error('no object identifier');
  const arcs: string[] = [];
  let value: number | bigint = 0;
  let begun = false;
  for (const octet of contents) {
    if (!begun && octet === 0x80) throw new Error('no object identifier');
    if (typeof value === 'number' && value < largestPlainArc) value = value * 128 + (octet & 0x7f);
    else value = BigInt(value) * 128n + BigInt(octet & 0x7f);
    begun = octet >= 0x80;
    if (begun) continue;
    arcs.push(arcs.length === 0 ? firstTwo(value) : `${value}`);
    value = 0;
  }
  return arcs.join('.');
}

/** The octets of a BIT STRING that holds whole octets, as keys and signatures do. */
export function wholeOctetsOf(contents: Uint8Array): Uint8Array {
  if (contents[0] !== 0) throw new Error('a bit string of whole octets expected');
  return contents.subarray(1);
}

/** The numbers of the bits that are set (X.680 §22): bit 0 is the first. */
export function bitsOf(contents: Uint8Array): Set<number> {
  const [unused = 8, ...octets] = contents;
  if (unused > 7 || octets.length > 4 || (octets.length === 0 && unused > 0))
    throw new Error('no bit string');
  const bits = new Set<number>();
  octets.forEach((octet, index) => {
    for (let bit = 0; bit < 8; bit += 1) if ((octet & (0x80 >> bit)) !== 0) bits.add(index * 8 + bit);
  });
  return bits;
}

/**
 * A serial number in lower-case hexadecimal, without a sign octet. Negative numbers, which RFC 5280 §4.1.2.2
 * asks readers to bear with, keep a minus sign before their two's complement, so that no two numbers meet.
 */
export function serialNumberOf(contents: Uint8Array): string {
  const hex = Buffer.from(contents.buffer, contents.byteOffset, contents.byteLength).toString('hex');
  if (hex === '' || hex.length > 128) throw new Error('no serial number');
  if ((contents[0] ?? 0) >= 0x80) return `-${hex}`;
  return hex.replace(/^(00)+(?=..)/, '');
}

/** The next value as UTCTime or GeneralizedTime in the form of RFC 5280 §4.1.2.5: seconds, and Z. */
export function takeTime(reader: DerReader): Date {
  const { tag, contents } = reader.takeAny();
  const text = Buffer.from(contents.buffer, contents.byteOffset, contents.byteLength).toString('latin1');
  const short = tag === derTag.utcTime;
  if (!short && tag !== derTag.generalizedTime) throw new Error('a time expected');
  if (!(short ? /^\d{12}Z$/ : /^\d{14}Z$/).test(text)) throw new Error('a time in another form');
  const digits = short ? `${Number(text.slice(0, 2)) < 50 ? '20' : '19'}${text}` : text;
  const at = (from: number) => digits.slice(from, from + 2);
  const iso = `${digits.slice(0, 4)}-${at(4)}-${at(6)}T${at(8)}:${at(10)}:${at(12)}.000Z`;
  const date = new Date(iso);
  // Dates that do not exist (30 February) come back changed, or not at all.
  if (Number.isNaN(date.getTime()) || date.toISOString() !== iso) throw new Error('a time that is no date');
  return date;
}
