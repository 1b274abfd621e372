import { createHash, createPublicKey, verify, X509Certificate } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { readTlv, readTlvs, type Tlv } from '@honnin/card';
import { verifyCardFaceSignature, verifyCardVerifiableCertificate } from '@honnin/pki';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  createTestCardIssuer,
  type TestCardIssuer,
  testMatchingNumberB,
} from '../../test/test-card-issuer.ts';
import { digitsImage } from '../files/digits-image.ts';
import type { CardRecord } from './card-record.ts';
import { type IssuedCard, issueTestCard } from './issue-test-card.ts';

let issuer: TestCardIssuer;
let issued: IssuedCard;

beforeAll(async () => {
  issuer = await createTestCardIssuer();
  issued = await issuer.issue();
}, 60_000);

function contentOf(record: CardRecord, application: string, id: string): Uint8Array {
  const files = record.applications.find(({ name }) => name === application)?.files;
  const file = files?.find((candidate) => candidate.id === id);
  if (file === undefined) throw new Error(`no file ${application} ${id}`);
  return Uint8Array.from(Buffer.from(file.content, 'base64'));
}

/** The objects inside a file's outer object. */
function objectsOf(record: CardRecord, application: string, id: string): ReadonlyMap<number, Tlv> {
  const outer = readTlv(contentOf(record, application, id));
  const inner = outer.status === 'done' ? readTlvs(outer.value.value) : outer;
  if (inner.status === 'failed') throw new Error(inner.reason.detail);
  return new Map(inner.value.map((object) => [object.tag, object]));
}

const raw = (objects: ReadonlyMap<number, Tlv>, ...tags: readonly number[]) =>
  Uint8Array.from(Buffer.concat(tags.map((tag) => objects.get(tag)?.raw ?? new Uint8Array())));
const value = (objects: ReadonlyMap<number, Tlv>, tag: number) => objects.get(tag)?.value ?? new Uint8Array();

/** The issuer's key as its certificate in EF 0004 gives it. */
function issuerKey(application: 'card-face' | 'text-input') {
  const { anchors } = issuer.authority;
  const anchor = application === 'card-face' ? anchors.cardFace : anchors.textInput;
  const checked = verifyCardVerifiableCertificate(contentOf(issued.record, application, '0004'), [anchor]);
  if (checked.status !== 'verified') throw new Error(JSON.stringify(checked));
  return checked.value.publicKey;
}

describe('issueTestCard', () => {
  it('signs the card face in its three parts with the certified issuer key', () => {
    const face = objectsOf(issued.record, 'card-face', '0002');
    const checked = verifyCardFaceSignature({
      issuerKey: issuerKey('card-face'),
      parts: [raw(face, 0xdf22, 0xdf23, 0xdf24), raw(face, 0xdf25, 0xdf26), raw(face, 0xdf27)],
      signature: value(face, 0xdf28),
    });
    expect(checked.status).toBe('verified');
    expect(Buffer.from(value(face, 0xdf22)).toString()).toBe('19800217');
    expect(Buffer.from(value(face, 0xdf29)).toString()).toBe('20350217');
    expect(value(face, 0xdf27)).toEqual(issuer.holder.photo);
  });

  it('a photo exchanged for another face breaks the record’s signature', () => {
    const face = objectsOf(issued.record, 'card-face', '0002');
    const photo = raw(face, 0xdf27);
    photo[photo.length - 1] = (photo.at(-1) ?? 0) ^ 1;
    const checked = verifyCardFaceSignature({
      issuerKey: issuerKey('card-face'),
      parts: [raw(face, 0xdf22, 0xdf23, 0xdf24), raw(face, 0xdf25, 0xdf26), photo],
      signature: value(face, 0xdf28),
    });
    expect(checked.status).toBe('rejected');
  });

  it('points at each object of the card face from the first byte of the file', () => {
    const content = Buffer.from(contentOf(issued.record, 'card-face', '0002'));
    const table = Buffer.from(value(objectsOf(issued.record, 'card-face', '0002'), 0xdf21));
    expect(table).toHaveLength(18);
    for (let index = 0; index < 9; index += 1) {
      expect(content.readUInt16BE(table.readUInt16BE(2 * index))).toBe(0xdf22 + index);
    }
  });

  it('signs the age record, the My Number image and the text attributes', () => {
    const age = objectsOf(issued.record, 'card-face', '0001');
    const signed = raw(age, 0xdf11, 0xdf12);
    expect(verify('sha256', signed, issuerKey('card-face'), value(age, 0xdf13))).toBe(true);
    const image = objectsOf(issued.record, 'card-face', '0005');
    const covered = raw(image, 0xdf41, 0xdf42);
    expect(verify('sha256', covered, issuerKey('card-face'), value(image, 0xdf43))).toBe(true);

    const proof = objectsOf(issued.record, 'text-input', '0003');
    const attributes = objectsOf(issued.record, 'text-input', '0002');
    const hashes = raw(proof, 0xdf31, 0xdf32);
    expect(verify('sha256', hashes, issuerKey('text-input'), value(proof, 0xdf33))).toBe(true);
    const number = contentOf(issued.record, 'text-input', '0001');
    expect(number).toHaveLength(17);
    expect(Buffer.from(value(proof, 0xdf31))).toEqual(createHash('sha256').update(number).digest());
    expect(Buffer.from(value(proof, 0xdf32))).toEqual(
      createHash('sha256')
        .update(raw(attributes, 0xdf22, 0xdf23, 0xdf24, 0xdf25))
        .digest(),
    );
    expect(Buffer.from(value(attributes, 0xdf22)).toString('utf8')).toBe(issuer.holder.name);
  });

  it('certifies both keys by the authority', () => {
    const { anchors } = issuer.authority;
    const authentication = new X509Certificate(issued.authenticationCertificate);
    expect(authentication.verify(anchors.authentication.publicKey)).toBe(true);
    expect(authentication.checkPrivateKey(issuer.keys.authentication)).toBe(true);
    expect(authentication.subject).not.toContain('花子');
    const signature = new X509Certificate(issued.signatureCertificate ?? new Uint8Array());
    expect(signature.verify(anchors.signature.publicKey)).toBe(true);
    expect(signature.checkPrivateKey(issuer.keys.signature)).toBe(true);
  });

  it('puts matching number B and the birth date into their key files', () => {
    const secrets = issued.record.applications.find(({ name }) => name === 'card-face')?.secrets ?? [];
    const text = (id: string) =>
      Buffer.from(secrets.find((secret) => secret.id === id)?.value ?? '', 'base64').toString();
    expect(text('0012')).toBe(testMatchingNumberB);
    expect(text('0011')).toBe(testMatchingNumberB.slice(0, 6));
    expect(text('0013')).toBe(issuer.holder.myNumber);
  });

  it('a card without a photo keeps an empty photo object, and its signature holds', async () => {
    const { record } = await issuer.issue({ photo: null });
    const face = objectsOf(record, 'card-face', '0002');
    expect(raw(face, 0xdf27)).toEqual(Uint8Array.of(0xdf, 0x27, 0x00));
    const checked = verifyCardFaceSignature({
      issuerKey: issuerKey('card-face'),
      parts: [raw(face, 0xdf22, 0xdf23, 0xdf24), raw(face, 0xdf25, 0xdf26), raw(face, 0xdf27)],
      signature: value(face, 0xdf28),
    });
    expect(checked.status).toBe('verified');
  });

  it('names the keys on the card that its private keys belong to', () => {
    const modulus = (tag: number, application: string, id: string) => {
      const parts = readTlvs(value(objectsOf(issued.record, application, id), tag));
      const bytes =
        parts.status === 'done' ? parts.value.find((part) => part.tag === 0x91)?.value : undefined;
      return Buffer.from(bytes ?? new Uint8Array()).toString('base64url');
    };
    expect(modulus(0xdf24, 'card-face', '0002')).toBe(
      createPublicKey(issuer.keys.cardFace).export({ format: 'jwk' }).n,
    );
    expect(modulus(0xdf51, 'text-input', '0007')).toBe(
      createPublicKey(issuer.keys.textInput).export({ format: 'jwk' }).n,
    );
  });

  it('refuses a holder whose fields no card could carry, without repeating a secret', async () => {
    const attempt = (changes: object) =>
      issueTestCard({ ...issuer, holder: { ...issuer.holder, ...changes } });
    await expect(attempt({ pin: '12a4' })).rejects.toThrow(/^card holder: pin must be four digits$/);
    await expect(attempt({ birthDate: '1980-2-17' })).rejects.toThrow(RangeError);
    await expect(attempt({ photo: new Uint8Array(33_000) })).rejects.toThrow(RangeError);
  });
});

describe('digitsImage', () => {
  it('is a PNG of the size seen on cards, with ink on paper', () => {
    const png = Buffer.from(digitsImage('0189'));
    expect([png.readUInt32BE(16), png.readUInt32BE(20), png[24], png[25]]).toEqual([24, 12, 1, 0]);
    const length = png.readUInt32BE(33);
    expect(inflateSync(png.subarray(41, 41 + length))).toHaveLength(4 * 12);
  });
});
