import { type CardSession, permits, referencedFile } from '../card/card-session.ts';
import type { CommandApdu } from '../card/command-apdu.ts';
import { answer, status } from '../card/response-apdu.ts';
import { SW } from '../card/status-word.ts';

/**
 * READ BINARY (ISO/IEC 7816-4 11.3.3), with a 15-bit offset into the current EF or a short identifier and an
 * 8-bit offset. A read over the end gives what is there; one that starts at the end or after it gives 6B00.
 */
export function readBinary(session: CardSession, { p1, p2, data, le }: CommandApdu): Uint8Array {
  if (le === null || data.length > 0) return status(SW.wrongLength);
  const byShortIdentifier = (p1 & 0x80) !== 0;
  const file = byShortIdentifier ? referencedFile(session, p1) : (session.currentFile ?? SW.noCurrentFile);
  if (typeof file === 'number') return status(file);
  if (file.kind !== 'transparent') return status(SW.notForThisFile);
  if (!permits(session, file.read)) return status(SW.securityNotSatisfied);
  const offset = byShortIdentifier ? p2 : (p1 << 8) | p2;
  if (offset >= file.content.length) return status(SW.offsetPastEnd);
  return answer(file.content.subarray(offset, offset + le));
}
