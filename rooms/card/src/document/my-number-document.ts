import { done } from '@honnin/outcome';
import type { MyNumberCard } from '../my-number-card/my-number-card.ts';
import type { MyNumberDocument } from './document.ts';

/** A My Number card as a document: opened by matching number B, proved by record and key. */
export function myNumberDocument(card: MyNumberCard): MyNumberDocument {
  return {
    kind: 'my-number-card',
    card,
    open: (printed, options) => card.openCardFace(printed, options),
    async read(challenge) {
      const record = await card.readCardFace();
      if (record.status === 'failed') return record;
      const cardFace = record.value;
      let kept = false;
      try {
        const issuer = await card.readCardFaceIssuer();
        if (issuer.status === 'failed') return issuer;
        const answer = await card.proveCardFaceKey(challenge);
        if (answer.status === 'failed') return answer;
        kept = true;
        return done({
          kind: 'my-number-card',
          photo: cardFace.photo,
          attributes: {
            birthDate: cardFace.birthDate,
            sex: cardFace.sex,
            nationality: null,
            expiryDate: cardFace.expiryDate,
          },
          proof: { cardFace, issuerCertificate: issuer.value, challenge, keySignature: answer.value },
          [Symbol.dispose]: () => cardFace[Symbol.dispose](),
        });
      } finally {
        if (!kept) cardFace[Symbol.dispose]();
      }
    },
  };
}
