import { type Attempt, done } from '@honnin/outcome';
import { fail } from '../fail.ts';
import { readTlv, readTlvs, type Tlv } from './ber-tlv.ts';

/**
 * Reads the objects inside an outer object by their tags. A tag that stands twice is `card-data-malformed`:
 * else one of the two could be signed and the other one shown.
 */
export function readObjectMap(outer: Uint8Array): Attempt<ReadonlyMap<number, Tlv>> {
  const object = readTlv(outer);
  if (object.status === 'failed') return object;
  const inner = readTlvs(object.value.value);
  if (inner.status === 'failed') return inner;
  const map = new Map(inner.value.map((tlv) => [tlv.tag, tlv]));
  if (map.size !== inner.value.length) return fail('card-data-malformed', 'an object stands twice');
  return done(map);
}
