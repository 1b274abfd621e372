import { createHash } from 'node:crypto';
import type { UnverifiedResidenceDocument } from '@honnin/card';
import type { TestResidenceCardIssuer } from '@honnin/pki';
import type { ResidenceCardClaim } from '../src/statement-claims.ts';

const photo = Uint8Array.from([
  0,
  0,
  0,
  0x0c,
  ...Array.from({ length: 900 }, (_, i) => i & 0xff),
  0xff,
  0xd9,
]);
const ascii = (text: string) => Buffer.from(text, 'latin1');

/** A residence card as the card room reads it, signed by the issuer; `change` alters what was read afterwards. */
export function residenceDocument(
  issuer: TestResidenceCardIssuer,
  generation: 'first' | 'second',
  options: { readonly expiryDate?: string; readonly tamper?: (signedData: Uint8Array) => void } = {},
): UnverifiedResidenceDocument {
  const { expiryDate = '2029-10-20', tamper = () => undefined } = options;
  const first = generation === 'first';
  const signedData = new Uint8Array(first ? 10_000 : 5_553);
  if (!first) signedData.set(ascii(`${expiryDate.replaceAll('-', '')}198512312USA`));
  const photoAt = first ? 7000 : 53;
  signedData.set(photo, photoAt);
  const signature = issuer.sign(generation, signedData);
  tamper(signedData);
  return {
    kind: 'residence-card',
    photo: signedData.subarray(photoAt, photoAt + photo.length),
    attributes: first
      ? { birthDate: null, sex: null, nationality: null, expiryDate: null }
      : { birthDate: '1985-12-31', sex: '2', nationality: 'USA', expiryDate },
    proof: {
      generation,
      type: 'residence-card',
      number: 'AB12345678CD',
      photo: signedData.subarray(photoAt, photoAt + photo.length),
      image: signedData.subarray(first ? 0 : 3053),
      entries: first
        ? null
        : {
            expiryDate,
            birthDate: '1985-12-31',
            sex: '2',
            nationality: 'USA',
            status: '1111',
            period: '0403',
            permissionKind: '01',
            permissionDate: null,
            work: '1',
            periodEnd: null,
          },
      signature,
      signedData,
      [Symbol.dispose]: () => void signedData.fill(0),
    },
    [Symbol.dispose]: () => void signedData.fill(0),
  };
}

/** What a terminal states of that card. */
export function residenceClaim(document: UnverifiedResidenceDocument): ResidenceCardClaim {
  const { proof, attributes } = document;
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  return {
    kind: 'residence-card',
    generation: proof.generation,
    number: proof.number,
    attributes,
    proof: {
      kind: 'issuer-signature',
      digest: text(createHash('sha256').update(proof.signedData).digest()),
      checkCode: text(proof.signature?.checkCode ?? new Uint8Array(1)),
      certificate: text(proof.signature?.certificate ?? new Uint8Array(1)),
    },
  };
}
