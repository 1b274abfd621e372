import type { CardSession } from '../card/card-session.ts';
import type { CommandApdu } from '../card/command-apdu.ts';
import { answer, status } from '../card/response-apdu.ts';
import { SW } from '../card/status-word.ts';

/** GET CHALLENGE (ISO/IEC 7816-4 11.5.3): 1 to 256 random bytes. */
export function getChallenge(session: CardSession, { p1, p2, data, le }: CommandApdu): Uint8Array {
  if (p1 !== 0 || p2 !== 0) return status(SW.badParameters);
  if (le === null || data.length > 0) return status(SW.wrongLength);
  if (le > 256) return status(SW.conditionsNotSatisfied);
  return answer(session.random(le));
}
