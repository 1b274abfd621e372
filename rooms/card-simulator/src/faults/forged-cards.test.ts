import { generateKeyPairSync, type KeyObject, verify } from 'node:crypto';
import { openMyNumberCard, type UnverifiedCardFace } from '@honnin/card';
import { createTestAuthority, verifyCardFaceSignature, verifyCardVerifiableCertificate } from '@honnin/pki';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectDone } from '../../test/reading-a-card.suite.ts';
import {
  ascii,
  createTestCardIssuer,
  type TestCardIssuer,
  testMatchingNumberB,
} from '../../test/test-card-issuer.ts';
import { createVirtualCard } from '../card/virtual-card.ts';
import { createInProcessReaders } from '../connecting/in-process-readers.ts';
import { createCardKeys } from '../issuing/card-keys.ts';
import type { CardRecord } from '../issuing/card-record.ts';
import { issueTestCard } from '../issuing/issue-test-card.ts';
import { cloneWithoutKeys } from './clone-without-keys.ts';
import { transplantFiles } from './transplant-files.ts';
import { transplantPhoto } from './transplant-photo.ts';
import { withTriesLeft } from './with-tries-left.ts';

const application = 'D3921000310001010402';
const challenge = Uint8Array.from({ length: 32 }, (_, index) => index);
let issuer: TestCardIssuer;
let own: CardRecord;
let other: CardRecord;
let otherKey: KeyObject;

beforeAll(async () => {
  issuer = await createTestCardIssuer();
  ({ record: own } = await issuer.issue());
  ({ record: other } = await issuer.issue(
    { name: '別人　太郎', photo: new Uint8Array(900).fill(7) },
    { keys: await createCardKeys() },
  ));
  otherKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  // Three sets of RSA keys, on a machine that may be busy.
}, 60_000);

interface Read {
  readonly face: UnverifiedCardFace;
  readonly signature: string;
  readonly issuer: string;
  readonly key: boolean | string;
}

async function read(record: CardRecord): Promise<Read> {
  await using readers = createInProcessReaders(['tray']);
  expectDone(readers.insert('tray', createVirtualCard(record)));
  await using session = expectDone(await readers.connect('tray'));
  const card = expectDone(await openMyNumberCard(session));
  expectDone(await card.openCardFace(ascii(testMatchingNumberB)));
  const face = expectDone(await card.readCardFace());
  const certificate = expectDone(await card.readCardFaceIssuer());
  const proof = await card.proveCardFaceKey(challenge);
  const chain = verifyCardVerifiableCertificate(certificate, [issuer.authority.anchors.cardFace]);
  const { authority } = issuer;
  const trusted = verifyCardVerifiableCertificate(authority.cardFaceCertificate, [
    authority.anchors.cardFace,
  ]);
  if (trusted.status !== 'verified') throw new Error('the issuer is not trusted');
  const { publicKey } = face;
  const jwk = {
    kty: 'RSA',
    e: Buffer.from(publicKey.exponent).toString('base64url'),
    n: Buffer.from(publicKey.modulus).toString('base64url'),
  };
  return {
    face,
    signature: verifyCardFaceSignature({
      issuerKey: trusted.value.publicKey,
      parts: face.signedParts,
      signature: face.signature,
    }).status,
    issuer: chain.status,
    key:
      proof.status === 'failed'
        ? proof.reason.code
        : verify('sha256', challenge, { key: jwk, format: 'jwk' }, proof.value),
  };
}

describe('forged cards', () => {
  it('the genuine one stands every check, so that each forgery fails for its own sake', async () => {
    expect(await read(own)).toMatchObject({ signature: 'verified', issuer: 'verified', key: true });
  });

  it('replayed record: the signature holds, but the card does not have the key that the record names', async () => {
    const forged = transplantFiles(own, other, [{ application, file: '0002' }]);
    const { face, ...checks } = await read(forged);
    expect(face.photo).toEqual(new Uint8Array(900).fill(7));
    expect(checks).toEqual({ signature: 'verified', issuer: 'verified', key: false });
  });

  it('swapped photo: the record is the old one but for the face, and its signature no longer holds', async () => {
    const { face, ...checks } = await read(transplantPhoto(own, other));
    expect(face.photo).toEqual(new Uint8Array(900).fill(7));
    expect(face.birthDate).toBe(issuer.holder.birthDate);
    expect(checks).toEqual({ signature: 'rejected', issuer: 'verified', key: true });
  });

  it('re-signed by a wrong issuer: neither under the true certificate nor with its own', async () => {
    const authority = await createTestAuthority({ now: issuer.now });
    const { record } = await issueTestCard({
      authority,
      holder: issuer.holder,
      now: issuer.now,
      keys: issuer.keys,
    });
    const recordOnly = await read(transplantFiles(own, record, [{ application, file: '0002' }]));
    expect(recordOnly).toMatchObject({ signature: 'rejected', issuer: 'verified', key: true });
    const both = transplantFiles(own, record, [
      { application, file: '0002' },
      { application, file: '0004' },
    ]);
    expect((await read(both)).issuer).not.toBe('verified');
  });

  it('clone without the private key: it signs with another one, or not at all', async () => {
    expect(await read(cloneWithoutKeys(own, otherKey))).toMatchObject({ signature: 'verified', key: false });
    expect(await read(cloneWithoutKeys(own, null))).toMatchObject({
      signature: 'verified',
      key: 'card-answered-error',
    });
  });

  it('a card can be issued with its tries spent, as others bring it', async () => {
    const pin = { application: 'D392F000260100000001', file: '0018' };
    const [, jpki] = withTriesLeft(own, pin, 0).applications;
    expect(jpki?.secrets.find(({ id }) => id === '0018')?.triesLeft).toBe(0);
    expect(() => withTriesLeft(own, { ...pin, file: '001E' }, 0)).toThrow('no secret 001E');
  });

  it('nothing can be taken from a card that does not have it', () => {
    expect(() => transplantFiles(own, other, [{ application, file: '001E' }])).toThrow('no file 001E');
  });
});
