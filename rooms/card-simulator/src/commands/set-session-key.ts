import type { CardSession } from '../card/card-session.ts';
import { status } from '../card/response-apdu.ts';
import { SW } from '../card/status-word.ts';

/**
 * SET SESSION KEY, `80 AE 00 00`: the simulated card has no secure messaging yet. It answers as the card
 * answers a key that it cannot use: 66F1 outside the text-input application, 6982 before the secret was
 * verified, 6A80 for the key data itself.
 */
export function setSessionKey(session: CardSession): Uint8Array {
  if (session.application.name !== 'text-input') return status(SW.badSessionKey);
  return status(session.verified.size === 0 ? SW.securityNotSatisfied : SW.badData);
}
