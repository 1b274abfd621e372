import { constants, createHash, privateEncrypt, publicDecrypt, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { flipped, rsaKey } from '../../test/workshop.ts';
import { publicHalf } from '../certificate/encode-certificate.ts';
import { type CardFaceParts, signCardFaceParts, verifyCardFaceSignature } from './card-face-signature.ts';

const key = rsaKey();
const issuerKey = publicHalf(key);
const bytes = (text: string) => new TextEncoder().encode(text);
const parts: CardFaceParts = [bytes('birth, sex, key'), bytes('name, address'), bytes('photo')];
const signature = signCardFaceParts(key, parts);
const rejection = { status: 'rejected', reasons: [{ code: 'card-face-signature-invalid' }] };

describe('verifyCardFaceSignature', () => {
  it('verifies the three digests, in the block that the card has', () => {
    expect(verifyCardFaceSignature({ issuerKey, parts, signature })).toMatchObject({
      status: 'verified',
      value: parts,
    });
    const block = publicDecrypt({ key: issuerKey, padding: constants.RSA_PKCS1_PADDING }, signature);
    expect(block.toString('hex')).toMatch(/^3071.{30}0460/);
    expect(block.subarray(-32)).toEqual(createHash('sha256').update(parts[2]).digest());
  });

  it('rejects a record with another person’s photo', () => {
    const swapped: CardFaceParts = [parts[0], parts[1], bytes('another photo')];
    expect(verifyCardFaceSignature({ issuerKey, parts: swapped, signature })).toMatchObject(rejection);
  });

  it('rejects a record with another card’s key', () => {
    const swapped: CardFaceParts = [bytes('birth, sex, other key'), parts[1], parts[2]];
    expect(verifyCardFaceSignature({ issuerKey, parts: swapped, signature })).toMatchObject(rejection);
  });

  it('rejects octets that were moved from one part to the next', () => {
    const moved: CardFaceParts = [bytes('birth, sex, keyname, '), bytes('address'), parts[2]];
    expect(verifyCardFaceSignature({ issuerKey, parts: moved, signature })).toMatchObject(rejection);
  });

  it('rejects a record that another issuer signed anew', () => {
    const foreign = signCardFaceParts(rsaKey(), parts);
    expect(verifyCardFaceSignature({ issuerKey, parts, signature: foreign })).toMatchObject(rejection);
  });

  it('rejects an ordinary signature over the whole record', () => {
    const ordinary = sign('sha256', Buffer.concat(parts), key);
    expect(verifyCardFaceSignature({ issuerKey, parts, signature: ordinary })).toMatchObject(rejection);
  });

  it('rejects the digests without their DigestInfo, and with slack after it', () => {
    const digests = Buffer.concat(parts.map((part) => createHash('sha256').update(part).digest()));
    const padding = constants.RSA_PKCS1_PADDING;
    const bare = privateEncrypt({ key, padding }, digests);
    const block = publicDecrypt({ key: issuerKey, padding }, signature);
    const slack = privateEncrypt({ key, padding }, Buffer.concat([block, Buffer.alloc(8)]));
    for (const forged of [bare, slack])
      expect(verifyCardFaceSignature({ issuerKey, parts, signature: forged })).toMatchObject(rejection);
  });

  it('rejects changed, cut and empty signatures', () => {
    for (const forged of [
      flipped(signature, 100),
      signature.subarray(1),
      new Uint8Array(),
      new Uint8Array(256),
    ])
      expect(verifyCardFaceSignature({ issuerKey, parts, signature: forged })).toMatchObject(rejection);
  });
});
