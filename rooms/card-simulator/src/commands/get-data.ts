import type { CardSession } from '../card/card-session.ts';
import type { CommandApdu } from '../card/command-apdu.ts';
import { answer, status } from '../card/response-apdu.ts';
import { SW } from '../card/status-word.ts';

/** GET DATA (ISO/IEC 7816-4 11.6.3); an object longer than Le is refused with 6700, as on test cards. */
export function getData(session: CardSession, { p1, p2, data, le }: CommandApdu): Uint8Array {
  const object = session.application.dataObjects.get((p1 << 8) | p2);
  if (object === undefined) return status(SW.dataObjectAbsent);
  if (le === null || data.length > 0 || object.length > le) return status(SW.wrongLength);
  return answer(object);
}
