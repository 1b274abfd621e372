import { type Attempt, done } from '@honnin/outcome';
import type { CardChannel } from '../apdu/card-channel.ts';
import { cardDate } from './card-date.ts';
import { AID } from './my-number-files.ts';

/** What the card itself tells at power-on, without an application and without a secret; null where it has none. */
export interface CardObjects {
  /** 0042 and 0045, in hexadecimal as the card gives them. */
  readonly issuerId: string | null;
  readonly cardId: string | null;
  /** 0066, GlobalPlatform's card recognition data, in hexadecimal. */
  readonly recognition: string | null;
  /** 00F0, five digits. */
  readonly municipalityCode: string | null;
  /** 00F2, YYYY-MM-DD. */
  readonly expiryDate: string | null;
  /** 00F7, 16 bytes in hexadecimal. */
  readonly keyId: string | null;
  /** 00F8 and 7F21: contents of card-verifiable certificates (5F4E and 5F37, no 7F21 around them). */
  readonly certificates: readonly Uint8Array[];
  /** 5F51: the contact interface's answer to reset without its first byte, in hexadecimal. */
  readonly contactAtr: string | null;
}

/** Selects the card manager (issuer security domain) and asks for its data objects. */
export async function readCardObjects(channel: CardChannel): Promise<Attempt<CardObjects>> {
  const selected = await channel.selectApplication(AID.issuerSecurityDomain, 'card manager');
  if (selected.status === 'failed') return selected;
  const found = new Map<number, Uint8Array>();
  for (const tag of [0x0042, 0x0045, 0x0066, 0x00f0, 0x00f2, 0x00f7, 0x00f8, 0x7f21, 0x5f51]) {
    const object = await channel.getData(tag);
    if (object.status === 'failed') return object;
    if (object.value !== null) found.set(tag, object.value);
  }
  const hex = (tag: number) => {
    const bytes = found.get(tag);
    return bytes === undefined ? null : Buffer.from(bytes).toString('hex').toUpperCase();
  };
  const digits = (tag: number) => Buffer.from(found.get(tag) ?? []).toString('latin1');
  return done({
    issuerId: hex(0x0042),
    cardId: hex(0x0045),
    recognition: hex(0x0066),
    municipalityCode: /^\d{5}$/.test(digits(0x00f0)) ? digits(0x00f0) : null,
    expiryDate: cardDate(digits(0x00f2)) ?? null,
    keyId: hex(0x00f7),
    certificates: [0x00f8, 0x7f21].flatMap((tag) => found.get(tag) ?? []),
    contactAtr: hex(0x5f51),
  });
}
