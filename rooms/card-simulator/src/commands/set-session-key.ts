import { constants, type KeyObject, privateDecrypt } from 'node:crypto';
import { type CardSession, endSecureMessaging } from '../card/card-session.ts';
import type { CommandApdu } from '../card/command-apdu.ts';
import { status } from '../card/response-apdu.ts';
import { SW } from '../card/status-word.ts';

/** `A0 22 { 80 20 <32 bytes> }`: the seed, of which the first half becomes the session key. */
const seedHeader = Uint8Array.of(0xa0, 0x22, 0x80, 0x20);
const seedLength = 32;
const keyLength = 16;

/**
 * SET SESSION KEY, `80 AE 00 00`: a seed under the application's delivery key (RSAES-OAEP with SHA-256), after
 * a secret was verified. 66F1 outside the text-input application, 6982 before the secret, 6700 for a block
 * that is not as long as the key, 6F00 for one that does not open, 6A80 for one that holds no seed.
 */
export function setSessionKey(session: CardSession, { p1, p2, data }: CommandApdu): Uint8Array {
  if (session.application.name !== 'text-input') return status(SW.badSessionKey);
  if (p1 !== 0 || p2 !== 0) return status(SW.badParameters);
  if (session.verified.size === 0) return status(SW.securityNotSatisfied);
  endSecureMessaging(session);
  const { sessionKeyDelivery } = session.application;
  if (sessionKeyDelivery === null) return status(SW.badData);
  if (data.length !== 256) return status(SW.wrongLength);
  const opened = open(sessionKeyDelivery, data);
  if (opened === null) return status(SW.internalError);
  const isSeed = opened.length === seedHeader.length + seedLength && opened.indexOf(seedHeader) === 0;
  if (isSeed) {
    const key = Uint8Array.from(opened.subarray(seedHeader.length, seedHeader.length + keyLength));
    session.secureMessaging = { key, commands: 0 };
  }
  opened.fill(0);
  return status(isSeed ? SW.ok : SW.badData);
}

function open(key: KeyObject, block: Uint8Array): Buffer | null {
  try {
    return privateDecrypt({ key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }, block);
  } catch {
    // OpenSSL throws where the padding is wrong: the block was made for another key, or for none.
    return null;
  }
}
