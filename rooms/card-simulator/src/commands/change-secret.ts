import { type CardSession, referencedFile } from '../card/card-session.ts';
import type { CommandApdu } from '../card/command-apdu.ts';
import { status } from '../card/response-apdu.ts';
import { SW } from '../card/status-word.ts';

/** CHANGE REFERENCE DATA (ISO/IEC 7816-4 11.5.7), P1 = 01: only the new secret, after VERIFY of the old. */
export function changeReferenceData(session: CardSession, command: CommandApdu): Uint8Array {
  return command.p1 === 0x01 ? change(session, command, 'reference-data') : status(SW.badParameters);
}

/** CHANGE KEY, the card's own command of the common application: `80 32 00 80`. */
export function changeKey(session: CardSession, command: CommandApdu): Uint8Array {
  return command.p1 === 0x00 ? change(session, command, 'key') : status(SW.badParameters);
}

function change(session: CardSession, { p2, data }: CommandApdu, way: 'reference-data' | 'key'): Uint8Array {
  const file = referencedFile(session, p2);
  if (typeof file === 'number') return status(file);
  if (file.kind !== 'secret') return status(SW.notForThisFile);
  if (file.change !== way) return status(SW.conditionsNotSatisfied);
  if (!session.verified.has(file)) return status(SW.securityNotSatisfied);
  // The holder keeps the kind of secret: a PIN stays as long as it was, the password stays in 6 to 16.
  const isPin = file.value?.length === 4;
  if (isPin ? data.length !== 4 : data.length < 6 || data.length > 16) return status(SW.wrongLength);
  file.value = data.slice();
  return status(SW.ok);
}
