import type { CommandPlace } from './command-place.ts';
import type { FlippedBit } from './fault-plan.ts';

/** The answer to READ BINARY with those bits turned over that lie in what was read; any other answer as it is. */
export function flipBits(
  answer: Uint8Array,
  place: CommandPlace,
  flipped: readonly FlippedBit[],
): Uint8Array {
  const { offset } = place;
  const here = flipped.filter(
    ({ application, file, byte }) =>
      application === place.application &&
      file === place.file &&
      offset !== null &&
      byte >= offset &&
      // The last two bytes are the status word, and no part of the file.
      byte < offset + answer.length - 2,
  );
  if (offset === null || here.length === 0) return answer;
  const spoiled = answer.slice();
  for (const { byte, bit } of here) spoiled[byte - offset] = (spoiled[byte - offset] ?? 0) ^ (1 << bit);
  return spoiled;
}
