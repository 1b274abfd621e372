import { done } from '@honnin/outcome';
import type { SexCode } from '../my-number-card/sex-code.ts';
import type { ResidenceCard } from '../residence-card/residence-card.ts';
import type { ResidenceEntries } from '../residence-card/unverified-residence-card.ts';
import type { ResidenceDocument } from './document.ts';

/** JIS X 0303 for the residence card's own code. */
const SEX: Readonly<Record<ResidenceEntries['sex'], SexCode>> = { '1': '1', '2': '2', '3': '9' };

/** A residence card as a document: opened by its number, proved by the issuer's signature alone. */
export function residenceDocument(card: ResidenceCard): ResidenceDocument {
  return {
    kind: 'residence-card',
    card,
    async open(printed) {
      const check = await card.presentNumber(printed);
      if (check.status === 'failed') return check;
      return done(check.value.kind === 'accepted' ? check.value : { kind: 'wrong', triesLeft: null });
    },
    async read() {
      const front = await card.readFront();
      if (front.status === 'failed') return front;
      const proof = front.value;
      const { entries } = proof;
      return done({
        kind: 'residence-card',
        photo: proof.photo,
        attributes: {
          birthDate: entries?.birthDate ?? null,
          sex: entries === null ? null : SEX[entries.sex],
          nationality: entries?.nationality ?? null,
          expiryDate: entries?.expiryDate ?? null,
        },
        proof,
        [Symbol.dispose]: () => proof[Symbol.dispose](),
      });
    },
  };
}
