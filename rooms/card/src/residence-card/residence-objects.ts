import { type Attempt, done } from '@honnin/outcome';
import { fail } from '../fail.ts';

/**
 * The objects of one file, values by tag in their order. Tags are of one or two bytes and lengths of one to three
 * (§3.2.3.1): nearly BER-TLV, but DFD1 is a whole tag, which BER would continue behind D1. Filler of 00 between
 * and behind objects is skipped. Values are views. Fails with `card-data-malformed`.
 */
export function residenceObjects(file: Uint8Array, name: string): Attempt<ReadonlyMap<number, Uint8Array>> {
  const malformed = (detail: string) => fail('card-data-malformed', `${name}: ${detail}`);
  const objects = new Map<number, Uint8Array>();
  for (let at = 0; at < file.length; ) {
    const first = file[at++] ?? 0;
    if (first === 0) continue;
    const second = (first & 0x1f) === 0x1f ? file[at++] : null;
    const lead = file[at++];
    if (second === undefined || lead === undefined) return malformed('an object is cut off');
    const tag = second === null ? first : first * 0x100 + second;
    const count = lead > 0x7f ? lead & 0x7f : 0;
    if (count > 2 || lead === 0x80) return malformed('a length of another form');
    let length = count === 0 ? lead : 0;
    for (let i = 0; i < count; i += 1) length = length * 0x100 + (file[at++] ?? 0);
    if (at + length > file.length) return malformed('an object is cut off');
    // Else one of the two could be signed, and the other one shown.
    if (objects.has(tag)) return malformed(`${tag.toString(16)} stands twice`);
    objects.set(tag, file.subarray(at, at + length));
    at += length;
  }
  return done(objects);
}

/** Text of an object, UTF-8 without filler (§3.3.4); null when it is empty, missing, or no such text. */
export function objectText(objects: ReadonlyMap<number, Uint8Array>, tag: number): string | null {
  const value = objects.get(tag) ?? new Uint8Array();
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const text = decoder.decode(value).replace(/[\0 ]+$/, '');
    return text === '' ? null : text;
  } catch {
    return null;
  }
}
