import type { KeyFile } from '../card/card-image.ts';
import { type CardSession, permits, referencedFile } from '../card/card-session.ts';
import type { CommandApdu } from '../card/command-apdu.ts';
import { answer, status } from '../card/response-apdu.ts';
import { signByScheme } from '../card/sign-by-scheme.ts';
import { SW } from '../card/status-word.ts';

/**
 * COMPUTE DIGITAL SIGNATURE, `80 2A <scheme> <key>`: P1 is the scheme 00 to 05, P2 the key: the current EF
 * (80), one by its short identifier (80|sfi), or the application's default key (00).
 */
export function computeDigitalSignature(session: CardSession, { p1, p2, data, le }: CommandApdu): Uint8Array {
  if (p1 > 0x05) return status(SW.badParameters);
  const file = p2 === 0x00 ? (defaultKey(session) ?? SW.noCurrentFile) : referencedFile(session, p2);
  if (typeof file === 'number') return status(file);
  if (file.kind !== 'key') return status(SW.notForThisFile);
  if (file.sign === 'never') return status(SW.conditionsNotSatisfied);
  if (!permits(session, file.sign)) return status(SW.securityNotSatisfied);
  if (le !== null && le < 256) return status(SW.wrongLength);
  const signature = signByScheme(p1, data, file.privateKey, session.random);
  return signature === null ? status(SW.conditionsNotSatisfied) : answer(signature);
}

function defaultKey(session: CardSession): KeyFile | null {
  for (const file of session.application.files.values()) {
    if (file.kind === 'key' && file.isDefault) return file;
  }
  return null;
}
