import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { type UnverifiedCardFace, writeTlv } from '@honnin/card';
import { createTestAuthority, type TestAuthority } from '@honnin/pki';
import { beforeAll, describe, expect, test } from 'vitest';
import { type CardFaceProof, verifyCardFace } from './verify-card-face.ts';

const ascii = (text: string) => new TextEncoder().encode(text);
let authority: TestAuthority;
let key: { readonly privateKey: KeyObject; readonly publicKey: KeyObject };

beforeAll(async () => {
  authority = await createTestAuthority({ now: new Date() });
  key = generateKeyPairSync('rsa', { modulusLength: 2048 });
});

/** A record as the issuer signs it, with a photo or without. */
function issueRecord(photo: Uint8Array | null): UnverifiedCardFace {
  const { n = '', e = '' } = key.publicKey.export({ format: 'jwk' });
  const publicKey = {
    exponent: new Uint8Array(Buffer.from(e, 'base64url')),
    modulus: new Uint8Array(Buffer.from(n, 'base64url')),
  };
  const keyObject = Buffer.concat([writeTlv(0x90, publicKey.exponent), writeTlv(0x91, publicKey.modulus)]);
  const image = ascii('image');
  const signedParts = [
    Buffer.concat([
      writeTlv(0xdf22, ascii('19840512')),
      writeTlv(0xdf23, ascii('2')),
      writeTlv(0xdf24, keyObject),
    ]),
    Buffer.concat([writeTlv(0xdf25, image), writeTlv(0xdf26, image)]),
    writeTlv(0xdf27, photo ?? new Uint8Array()),
  ] as const;
  return {
    birthDate: '1984-05-12',
    sex: '2',
    publicKey,
    nameImage: image,
    addressImage: image,
    photo,
    signature: authority.signCardFace(signedParts),
    expiryDate: '2033-05-12',
    securityCodeImage: image,
    signedParts,
    [Symbol.dispose]: () => {},
  };
}

function judge(cardFace: UnverifiedCardFace, change: Partial<CardFaceProof> = {}) {
  const challenge = randomBytes(32);
  return verifyCardFace({
    cardFace,
    issuerCertificate: authority.cardFaceCertificate,
    anchors: [authority.anchors.cardFace],
    challenge,
    keySignature: sign('sha256', challenge, key.privateKey),
    ...change,
  });
}

const photo = () => Uint8Array.from(randomBytes(200));

describe('a genuine record on its own card', () => {
  test('is verified, with the remark that the expiry date is outside the signature', () => {
    const record = issueRecord(photo());
    const outcome = judge(record);
    expect(outcome).toMatchObject({ status: 'verified', value: { birthDate: '1984-05-12' } });
    expect(outcome.reasons.map(({ code }) => code)).toContain('card-expiry-not-signed');
    expect(outcome.status === 'verified' && outcome.value.photo).toEqual(record.photo);
  });

  test('without a photo is verified too, and has none', () => {
    const outcome = judge(issueRecord(null));
    expect(outcome.status === 'verified' && outcome.value.photo).toBeNull();
  });
});

describe('what is refused', () => {
  test('a swapped photo beside the signed record', () => {
    const outcome = judge({ ...issueRecord(photo()), photo: photo() });
    expect(outcome).toMatchObject({ status: 'rejected', reasons: [{ code: 'card-face-unbound' }] });
  });

  test('a photo put before a card that was issued without one', () => {
    const outcome = judge({ ...issueRecord(null), photo: photo() });
    expect(outcome.reasons[0]?.code).toBe('card-face-unbound');
  });

  test('a swapped photo with its object, whose digest was not signed', () => {
    const record = issueRecord(photo());
    const swapped = photo();
    const [personal, images] = record.signedParts;
    const outcome = judge({
      ...record,
      photo: swapped,
      signedParts: [personal, images, writeTlv(0xdf27, swapped)],
    });
    expect(outcome.status).toBe('rejected');
  });

  test('a changed birth date, sex or key beside the signed record', () => {
    const record = issueRecord(photo());
    const other = { ...record.publicKey, modulus: Uint8Array.from(record.publicKey.modulus).reverse() };
    const changes: Partial<UnverifiedCardFace>[] = [
      { birthDate: '1984-05-13' },
      { sex: '1' },
      { publicKey: other },
    ];
    for (const change of changes) {
      expect(judge({ ...record, ...change }).reasons[0]?.code).toBe('card-face-unbound');
    }
  });

  test('a swapped picture of the name or address beside the signed record', () => {
    const record = issueRecord(null);
    for (const change of [{ nameImage: ascii('other') }, { addressImage: ascii('other') }])
      expect(judge({ ...record, ...change })).toMatchObject({
        status: 'rejected',
        reasons: [{ code: 'card-face-unbound' }],
      });
  });

  test('a challenge so short that its answer could be kept (precomputed answers) is a mistake of the program', () => {
    expect(() => judge(issueRecord(null), { challenge: new Uint8Array(8) })).toThrow(RangeError);
  });

  test('a cloned record: a card that does not hold its key', () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const challenge = randomBytes(32);
    const outcome = judge(issueRecord(photo()), {
      challenge,
      keySignature: sign('sha256', challenge, privateKey),
    });
    expect(outcome).toMatchObject({ status: 'rejected', reasons: [{ code: 'card-key-unproven' }] });
  });

  test('a replayed answer to an older challenge', () => {
    const outcome = judge(issueRecord(photo()), { challenge: randomBytes(32) });
    expect(outcome.reasons[0]?.code).toBe('card-key-unproven');
  });

  test('a record of an authority that is not trusted', async () => {
    const stranger = await createTestAuthority({ now: new Date() });
    const outcome = judge(issueRecord(photo()), { anchors: [stranger.anchors.cardFace] });
    expect(outcome.status).not.toBe('verified');
    expect(judge(issueRecord(photo()), { anchors: [] }).status).not.toBe('verified');
  });
});
