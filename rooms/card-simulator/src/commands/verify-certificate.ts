import type { CardSession } from '../card/card-session.ts';
import type { CommandApdu } from '../card/command-apdu.ts';
import { status } from '../card/response-apdu.ts';
import { SW } from '../card/status-word.ts';

/**
 * VERIFY CERTIFICATE, `80 A2 06 C1` with a certificate's body and `80 A2 00 C1` with its signature, by which a
 * certified reader shows its own key to JPKI EF 0016. No certificate is ever accepted here: whom the card
 * trusts, and what such a reader may do then, is not public. The real card too answers 6700 to anything else.
 */
export function verifyCertificate(session: CardSession, { p1, p2 }: CommandApdu): Uint8Array {
  if (p2 !== 0xc1 || (p1 !== 0x06 && p1 !== 0x00)) return status(SW.badParameters);
  return status(session.currentFile === null ? SW.noCurrentFile : SW.wrongLength);
}
