import { type CardSession, permits, referencedFile } from '../card/card-session.ts';
import type { CommandApdu } from '../card/command-apdu.ts';
import { answer, status } from '../card/response-apdu.ts';
import { SW } from '../card/status-word.ts';

/** READ RECORD (ISO/IEC 7816-4 11.4.3) by number: P2 = 04 for the current EF, or `sfi << 3 | 04`. */
export function readRecord(session: CardSession, { p1, p2, data, le }: CommandApdu): Uint8Array {
  if (le === null || data.length > 0) return status(SW.wrongLength);
  if ((p2 & 0x07) !== 0x04) return status(SW.badParameters);
  const file = referencedFile(session, 0x80 | (p2 >> 3));
  if (typeof file === 'number') return status(file);
  if (file.kind !== 'records') return status(SW.notForThisFile);
  if (!permits(session, file.read)) return status(SW.securityNotSatisfied);
  const record = file.records[p1 - 1];
  if (record === undefined) return status(SW.recordNotFound);
  return answer(record.subarray(0, le));
}
