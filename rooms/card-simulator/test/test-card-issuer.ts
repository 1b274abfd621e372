import { createTestAuthority, type TestAuthority } from '@honnin/pki';
import type { CardHolder } from '../src/issuing/card-holder.ts';
import { type CardKeys, createCardKeys } from '../src/issuing/card-keys.ts';
import { type IssuedCard, type IssueOptions, issueTestCard } from '../src/issuing/issue-test-card.ts';
import { sampleCardHolder } from '../src/issuing/sample-card-holder.ts';

/** An authority and one set of keys for a whole test file, so that making keys costs its second only once. */
export interface TestCardIssuer {
  readonly authority: TestAuthority;
  readonly keys: CardKeys;
  readonly now: Date;
  readonly holder: CardHolder;
  issue(
    changes?: Partial<CardHolder>,
    options?: Pick<IssueOptions, 'verifierExtension' | 'keys'>,
  ): Promise<IssuedCard>;
}

/** The first bytes of a JP2 file (ISO/IEC 15444-1 I.5.1), and filler in the size of a real photo. */
const photo = Uint8Array.from([
  ...[0, 0, 0, 0x0c, 0x6a, 0x50, 0x20, 0x20, 0x0d, 0x0a, 0x87, 0x0a],
  ...Array.from({ length: 4_000 }, (_, index) => (index * 31) & 0xff),
]);

const png = (fill: number) => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, ...new Array(300).fill(fill)]);

/** 14 digits of the test holder: born in Showa 55, card valid to 2035. */
export const testMatchingNumberB = '55021720352285';

export async function createTestCardIssuer(now = new Date('2026-11-20T09:00:00Z')): Promise<TestCardIssuer> {
  const [authority, keys] = await Promise.all([createTestAuthority({ now }), createCardKeys()]);
  const holder = sampleCardHolder({ textInputPin: '5678', photo, nameImage: png(1), addressImage: png(2) });
  return {
    authority,
    keys,
    now,
    holder,
    issue: (changes = {}, options = {}) =>
      issueTestCard({ authority, holder: { ...holder, ...changes }, now, keys, ...options }),
  };
}

/** The holder's card without these fields (with `exactOptionalPropertyTypes` they cannot be set undefined). */
export function without<T extends object, K extends keyof T>(holder: T, ...fields: readonly K[]): Omit<T, K> {
  const rest = { ...holder };
  for (const field of fields) delete rest[field];
  return rest;
}

export const hex = (text: string) => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));
export const ascii = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
export const toHex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex').toUpperCase();
