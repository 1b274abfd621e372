import { type Attempt, done, type Reason, reason } from '@honnin/outcome';
import { CardChannel } from '../apdu/card-channel.ts';
import type { CardConnection } from '../apdu/card-connection.ts';
import { STATUS_WORD } from '../apdu/status-word.ts';
import type { CardFailureCode } from '../failures.ts';
import { readTokenInfo } from '../my-number-card/jpki-application.ts';
import type { TokenKind } from '../my-number-card/token-info.ts';

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));

/** Registered identifier of the PC/SC workgroup: readers put it into the ATR of cards that have none. */
const STORAGE_CARD = bytes('a000000306');
/** Its standard byte for FeliCa (PC/SC part 3, supplemental document). */
const FELICA = 0x11;

const TOKENS: Partial<Record<TokenKind, CardFailureCode>> = {
  'basic-resident-card': 'basic-resident-card-laid',
  android: 'phone-laid',
  iphone: 'phone-laid',
};

/** Applications by which other cards are known; P2 asks for no answer, or for the one that EMV gives. */
const APPLICATIONS: readonly (readonly [CardFailureCode, aid: string, p2: number])[] = [
  ['driving-licence-laid', 'a0000002310100000000000000000000', 0x0c],
  ['passport-laid', 'a0000002471001', 0x0c],
  ['payment-card-laid', Buffer.from('2PAY.SYS.DDF01').toString('hex'), 0x00],
  ['payment-card-laid', Buffer.from('1PAY.SYS.DDF01').toString('hex'), 0x00],
];

/** Whether the reader says of the card that it is none that takes APDUs (transit cards and the like). */
export function storageCard(atr: Uint8Array): Reason | null {
  const at = Buffer.from(atr).indexOf(STORAGE_CARD);
  if (at < 0) return null;
  const felica = atr[at + STORAGE_CARD.length] === FELICA;
  return felica ? because('transit-card-laid') : because('document-not-supported', 'a storage card');
}

/** What a card that is no document of ours looks like: a failure of this room's table, for the way on. */
export async function lookAtOtherCard(connection: CardConnection): Promise<Attempt<Reason>> {
  const channel = new CardChannel(connection);
  const token = await readTokenInfo(channel);
  if (token.status === 'failed' && token.reason.code === 'card-removed') return token;
  const byToken = token.status === 'done' ? TOKENS[token.value.kind] : undefined;
  if (byToken !== undefined) return done(because(byToken));
  for (const [code, aid, p2] of APPLICATIONS) {
    const command = { cla: 0, ins: 0xa4, p1: 0x04, p2, data: bytes(aid) };
    const answer = await channel.send(p2 === 0 ? { ...command, le: 0x100 } : command);
    if (answer.status === 'failed') {
      if (answer.reason.code === 'card-removed') return answer;
      continue;
    }
    if (answer.value.statusWord === STATUS_WORD.ok) return done(because(code));
  }
  return done(because('document-not-supported'));
}

const because = (code: CardFailureCode, detail?: string) => reason(code, detail);
