import { type Attempt, done } from '@honnin/outcome';
import { fail } from '../fail.ts';

/** One BER-TLV object (ISO/IEC 7816-4 §6.3). `value` and `raw` are views on the bytes that were read. */
export interface Tlv {
  /** Tag bytes as one number, such as 0x30, 0xdf22, 0x7f21. */
  readonly tag: number;
  readonly constructed: boolean;
  readonly value: Uint8Array;
  /** Header and value. */
  readonly raw: Uint8Array;
}

/** Where an object begins and ends, learnt from its header alone. */
export interface TlvHeader {
  readonly tag: number;
  readonly constructed: boolean;
  readonly headerLength: number;
  readonly valueLength: number;
}

const malformed = (detail: string) => fail('card-data-malformed', detail);

/**
 * Reads tag and length at `offset`; the value need not be there yet. Tags of up to 3 bytes, definite lengths
 * of up to 4 bytes. Fails with `card-data-malformed`.
 */
export function readTlvHeader(bytes: Uint8Array, offset = 0): Attempt<TlvHeader> {
  let at = offset;
  const first = bytes[at++];
  if (first === undefined) return malformed('no tag');
  let tag = first;
  if ((first & 0x1f) === 0x1f) {
    for (let more = true; more; ) {
      const next = bytes[at++];
      if (next === undefined) return malformed('tag is cut off');
      tag = tag * 0x100 + next;
      more = (next & 0x80) !== 0;
      if (at - offset > 3) return malformed('tag is longer than 3 bytes');
    }
  }
  const lead = bytes[at++];
  if (lead === undefined) return malformed('length is missing');
  let valueLength = lead;
  if (lead > 0x7f) {
    const count = lead & 0x7f;
    if (count === 0) return malformed('indefinite length');
    if (count > 4) return malformed('length is longer than 4 bytes');
    valueLength = 0;
    for (let i = 0; i < count; i++) {
      const next = bytes[at++];
      if (next === undefined) return malformed('length is cut off');
      valueLength = valueLength * 0x100 + next;
    }
  }
  return done({ tag, constructed: (first & 0x20) !== 0, headerLength: at - offset, valueLength });
}

/** Reads the whole object at `offset`. Fails with `card-data-malformed` when it is not all there. */
export function readTlv(bytes: Uint8Array, offset = 0): Attempt<Tlv> {
  const header = readTlvHeader(bytes, offset);
  if (header.status === 'failed') return header;
  const { tag, constructed, headerLength, valueLength } = header.value;
  const start = offset + headerLength;
  const end = start + valueLength;
  if (end > bytes.length) return malformed(`object ${hexTag(tag)} is cut off`);
  return done({ tag, constructed, value: bytes.subarray(start, end), raw: bytes.subarray(offset, end) });
}

/**
 * Reads objects one after another to the end. Filler between and after them is skipped: `00`, and pairs of
 * `FF` (one `FF` alone begins the card's own tags, such as FF20). A lone `FF` at the very end is filler too.
 */
export function readTlvs(bytes: Uint8Array): Attempt<readonly Tlv[]> {
  const objects: Tlv[] = [];
  for (let at = skipFiller(bytes, 0); at < bytes.length; ) {
    const object = readTlv(bytes, at);
    if (object.status === 'failed') return object;
    objects.push(object.value);
    at = skipFiller(bytes, at + object.value.raw.length);
  }
  return done(objects);
}

/**
 * Finds where an object with this tag begins, at `offset` 0 or a few bytes behind it: some cards put filler
 * bytes before the first object of a file. Undefined when it is not within the first 32 bytes.
 */
export function locateTlv(bytes: Uint8Array, tag: number): number | undefined {
  const limit = Math.min(bytes.length, 32);
  for (let at = 0; at < limit; at++) {
    const header = readTlvHeader(bytes, at);
    if (header.status === 'done' && header.value.tag === tag) return at;
  }
  return undefined;
}

/** Writes an object with the shortest length form; throws RangeError for a tag no reader would take. */
export function writeTlv(tag: number, value: Uint8Array): Uint8Array {
  const tagBytes = bigEndian(tag);
  const check = readTlvHeader(Uint8Array.of(...tagBytes, 0));
  if (check.status === 'failed' || check.value.tag !== tag) throw new RangeError(`not a tag: ${hexTag(tag)}`);
  const size = value.length;
  const lengthBytes = size < 0x80 ? [size] : [0x80 | bigEndian(size).length, ...bigEndian(size)];
  const object = new Uint8Array(tagBytes.length + lengthBytes.length + size);
  object.set(tagBytes);
  object.set(lengthBytes, tagBytes.length);
  object.set(value, tagBytes.length + lengthBytes.length);
  return object;
}

function skipFiller(bytes: Uint8Array, offset: number): number {
  let at = offset;
  while (at < bytes.length) {
    if (bytes[at] === 0x00) at += 1;
    else if (bytes[at] === 0xff && (bytes[at + 1] ?? 0xff) === 0xff) at += 2;
    else break;
  }
  return at;
}

function bigEndian(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; rest > 0; rest = Math.floor(rest / 0x100)) bytes.unshift(rest % 0x100);
  return bytes.length === 0 ? [0] : bytes;
}

function hexTag(tag: number): string {
  return tag.toString(16).toUpperCase();
}
