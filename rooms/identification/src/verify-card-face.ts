import { type RsaPublicKeyBytes, readTlvs, type UnverifiedCardFace } from '@honnin/card';
import { type Outcome, reason, rejected, verified } from '@honnin/outcome';
import {
  type CardIssuerAnchor,
  verifyCardFaceSignature,
  verifyCardVerifiableCertificate,
  verifyRsaSignature,
} from '@honnin/pki';
import { rsaKey } from './rsa-key.ts';

/** A card-face record that its issuer signed, on a card that holds the record's key. */
export interface VerifiedCardFace {
  /** YYYY-MM-DD. */
  readonly birthDate: string;
  readonly sex: UnverifiedCardFace['sex'];
  /** A view on the record's photo, wiped with it; null on a card without one. */
  readonly photo: Uint8Array | null;
  /** The card's own key. */
  readonly publicKey: RsaPublicKeyBytes;
  /** YYYY-MM-DD, from outside the signature: for display, never for a decision. */
  readonly unsignedExpiryDate: string;
}

export interface CardFaceProof {
  readonly cardFace: UnverifiedCardFace;
  /** The card's 7F21 object. */
  readonly issuerCertificate: Uint8Array;
  readonly anchors: readonly CardIssuerAnchor[];
  /** Fresh bytes, and the card's answer to them (`proveCardFaceKey`). */
  readonly challenge: Uint8Array;
  readonly keySignature: Uint8Array;
}

/** Bytes that nobody guesses or meets twice. */
const shortestChallenge = 16;

/**
 * Whether a card-face record is genuine and the card that it came from is too: the issuer's key by its
 * authority, the three-digest signature by the issuer, the values used (birth date, sex, key, both
 * pictures of text, photo) by the signed objects, and the card by its own key over a fresh challenge. The expiry date (DF29) and the
 * security code (DF2A) are outside the signature: a remark says so.
 */
export function verifyCardFace(proof: CardFaceProof): Outcome<VerifiedCardFace> {
  const { cardFace } = proof;
  if (proof.challenge.length < shortestChallenge)
    throw new RangeError(`a challenge of under ${shortestChallenge} bytes could be answered beforehand`);
  const issuer = verifyCardVerifiableCertificate(proof.issuerCertificate, proof.anchors);
  if (issuer.status !== 'verified') return issuer;
  const record = verifyCardFaceSignature({
    issuerKey: issuer.value.publicKey,
    parts: cardFace.signedParts,
    signature: cardFace.signature,
  });
  if (record.status !== 'verified') return record;
  const unbound = findUnbound(cardFace);
  if (unbound !== null) return rejected(reason('card-face-unbound', `${unbound} is not the signed one`));

  const publicKey = rsaKey(cardFace.publicKey);
  if (publicKey === null) return rejected(reason('card-face-unbound', 'DF24 is not an RSA key'));
  const answer = verifyRsaSignature({
    publicKey,
    message: proof.challenge,
    signature: proof.keySignature,
  });
  if (answer.status !== 'verified') return rejected(reason('card-key-unproven'));
  return verified(
    {
      birthDate: cardFace.birthDate,
      sex: cardFace.sex,
      photo: cardFace.photo,
      publicKey: cardFace.publicKey,
      unsignedExpiryDate: cardFace.expiryDate,
    },
    [...issuer.reasons, ...record.reasons, reason('card-expiry-not-signed')],
  );
}

/** The first value that differs from the object that was signed; null when every one is bound. */
function findUnbound(cardFace: UnverifiedCardFace): string | null {
  const [personal, texts, photo] = cardFace.signedParts;
  const [birthDate, sex, key, ...others] = objectsOf(personal, [0xdf22, 0xdf23, 0xdf24]);
  const [photoValue] = objectsOf(photo, [0xdf27]);
  if (birthDate === undefined || sex === undefined || key === undefined || others.length > 0)
    return 'DF22–DF24';
  const [exponent, modulus] = objectsOf(key, [0x90, 0x91]);
  const text = (value: Uint8Array) => Buffer.from(value).toString('latin1');
  if (text(birthDate) !== cardFace.birthDate.replaceAll('-', '')) return 'DF22';
  if (text(sex) !== cardFace.sex) return 'DF23';
  if (!same(exponent, cardFace.publicKey.exponent) || !same(modulus, cardFace.publicKey.modulus)) {
    return 'DF24';
  }
  const [name, address] = objectsOf(texts, [0xdf25, 0xdf26]);
  if (!same(name, cardFace.nameImage)) return 'DF25';
  if (!same(address, cardFace.addressImage)) return 'DF26';
  return same(photoValue, cardFace.photo ?? new Uint8Array()) ? null : 'DF27';
}

/** Values of exactly these objects in this order; none at all for anything else. */
function objectsOf(bytes: Uint8Array, tags: readonly number[]): readonly Uint8Array[] {
  const objects = readTlvs(bytes);
  if (objects.status === 'failed') return [];
  const found = objects.value;
  const inOrder = found.length === tags.length && found.every(({ tag }, index) => tag === tags[index]);
  return inOrder ? found.map(({ value }) => value) : [];
}

function same(a: Uint8Array | undefined, b: Uint8Array): boolean {
  return a !== undefined && Buffer.compare(a, b) === 0;
}
