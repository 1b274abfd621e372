import { type Attempt, done } from '@honnin/outcome';
import { readTlvs, type Tlv } from '../apdu/ber-tlv.ts';
import { fail } from '../fail.ts';

/** The objects of one file by tag, in their order; filler of 00 behind and between them is skipped. */
export function fileObjects(file: Uint8Array, name: string): Attempt<ReadonlyMap<number, Tlv>> {
  const objects = readTlvs(file);
  if (objects.status === 'failed') return fail('card-data-malformed', `${name}: ${objects.reason.detail}`);
  const map = new Map(objects.value.map((tlv) => [tlv.tag, tlv]));
  // Else one of the two could be signed, and the other one shown.
  if (map.size !== objects.value.length)
    return fail('card-data-malformed', `${name}: an object stands twice`);
  return done(map);
}

/** Text of an object, UTF-8 without filler (§3.3.4); null when it is empty or missing, undefined when it is none. */
export function objectText(objects: ReadonlyMap<number, Tlv>, tag: number): string | null | undefined {
  const value = objects.get(tag)?.value ?? new Uint8Array();
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
      .decode(value)
      .replace(/[\0 ]+$/, '');
    return text === '' ? null : text;
  } catch {
    return undefined;
  }
}
