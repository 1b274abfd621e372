import { sign } from 'node:crypto';
import { type CardSession, permits, referencedFile } from '../card/card-session.ts';
import type { CommandApdu } from '../card/command-apdu.ts';
import { answer, status } from '../card/response-apdu.ts';
import { SW } from '../card/status-word.ts';

/**
 * INTERNAL AUTHENTICATE (ISO/IEC 7816-4 11.5.2): sha256WithRSA over the challenge. Only the common
 * application's key does it; a login with JPKI signs with COMPUTE DIGITAL SIGNATURE instead.
 */
export function internalAuthenticate(session: CardSession, { p1, p2, data }: CommandApdu): Uint8Array {
  if (p1 !== 0) return status(SW.badParameters);
  const file = referencedFile(session, p2);
  if (typeof file === 'number') return status(file);
  if (file.kind !== 'key') return status(SW.notForThisFile);
  if (file.internalAuthenticate === 'never') return status(SW.conditionsNotSatisfied);
  if (!permits(session, file.internalAuthenticate)) return status(SW.securityNotSatisfied);
  if (data.length === 0 || data.length > 255) return status(SW.wrongLength);
  return answer(sign('sha256', data, file.privateKey));
}
