import { timingSafeEqual } from 'node:crypto';
import type { SecretFile } from '../card/card-image.ts';
import { type CardSession, referencedFile } from '../card/card-session.ts';
import type { CommandApdu } from '../card/command-apdu.ts';
import { status } from '../card/response-apdu.ts';
import { SW } from '../card/status-word.ts';

/** Longest secret the card takes. */
const longestSecret = 16;

/**
 * VERIFY (ISO/IEC 7816-4 11.5.6) against a key EF. Without data it asks for the counter and spends nothing;
 * a right secret sets the counter back to its maximum.
 */
export function verify(session: CardSession, { p1, p2, data }: CommandApdu): Uint8Array {
  if (p1 !== 0x00) return status(SW.badParameters);
  const file = referencedFile(session, p2);
  if (typeof file === 'number') return status(file);
  if (file.kind !== 'secret') return status(SW.notForThisFile);
  if (data.length === 0) return status(SW.triesLeft | triesLeft(file));
  if (data.length > longestSecret) return status(SW.wrongLength);
  if (triesLeft(file) === 0) return status(SW.blocked);
  if (matches(file, data)) {
    file.triesLeft = file.triesAllowed;
    session.verified.add(file);
    return status(SW.ok);
  }
  file.triesLeft -= 1;
  session.verified.delete(file);
  return status(SW.triesLeft | file.triesLeft);
}

/** A key without a value is blocked for good, whatever its counter says. */
function triesLeft(file: SecretFile): number {
  return file.value === null ? 0 : file.triesLeft;
}

function matches(file: SecretFile, presented: Uint8Array): boolean {
  return (
    file.value !== null && file.value.length === presented.length && timingSafeEqual(file.value, presented)
  );
}
