import { createHash, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseCertificate } from '../certificate/parse-certificate.ts';
import { validatePath } from '../path/validate-path.ts';
import { createTestResidenceCardIssuer } from './create-test-residence-card-issuer.ts';
import { type ResidenceCardScheme, verifyResidenceCardSignature } from './residence-card-signature.ts';
import { restoreTestResidenceCardIssuer } from './restore-test-residence-card-issuer.ts';
import type { TestResidenceCardIssuer } from './test-residence-card-issuer.ts';

const now = new Date('2026-11-24T01:00:00Z');
const data = new TextEncoder().encode('what the front shows');
const digest = createHash('sha256').update(data).digest();
let issuer: TestResidenceCardIssuer;

beforeAll(async () => {
  issuer = await createTestResidenceCardIssuer({ now });
});

function certificateOf(der: Uint8Array) {
  const parsed = parseCertificate(der);
  if (parsed.status === 'failed') throw new Error(parsed.reason.detail);
  return parsed.value;
}

describe.each<ResidenceCardScheme>(['first', 'second'])('the check code of the %s generation', (scheme) => {
  const signed = () => {
    const { checkCode, certificate } = issuer.sign(scheme, data);
    return { scheme, checkCode, publicKey: certificateOf(certificate).publicKey, digest };
  };

  it('holds over the digest alone', () => {
    expect(verifyResidenceCardSignature(signed())).toMatchObject({ status: 'verified' });
  });

  it('does not hold over anything else (altered photo)', () => {
    const other = createHash('sha256').update('another face').digest();
    expect(verifyResidenceCardSignature({ ...signed(), digest: other })).toMatchObject({
      status: 'rejected',
      reasons: [{ code: 'residence-card-signature-invalid' }],
    });
  });

  it('does not hold with a bit of it flipped, cut short, or empty', () => {
    const { checkCode, ...rest } = signed();
    const flipped = checkCode.slice();
    flipped[10] = (flipped[10] ?? 0) ^ 1;
    for (const bad of [flipped, checkCode.subarray(1), new Uint8Array(), new Uint8Array(checkCode.length)]) {
      expect(verifyResidenceCardSignature({ ...rest, checkCode: bad }).status).toBe('rejected');
    }
  });

  it('does not hold with the key of the other generation, or of a smaller one (algorithm confusion)', () => {
    const other = issuer.sign(scheme === 'first' ? 'second' : 'first', data);
    const small = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    for (const publicKey of [certificateOf(other.certificate).publicKey, small.publicKey]) {
      expect(verifyResidenceCardSignature({ ...signed(), publicKey }).status).toBe('rejected');
      expect(
        verifyResidenceCardSignature({ ...signed(), publicKey, checkCode: other.checkCode }).status,
      ).toBe('rejected');
    }
  });

  it('comes with a certificate that its authority issued, as long as a chip has room for', async () => {
    const { certificate } = issuer.sign(scheme, data);
    expect(certificate.length).toBeLessThanOrEqual(scheme === 'first' ? 1200 : 602);
    const chain = await validatePath({
      certificate: certificateOf(certificate),
      intermediates: [],
      anchors: issuer.anchors,
      at: now,
      keyUsage: 'digitalSignature',
    });
    expect(chain.status).toBe('verified');
  });

  it('is the same key’s after the issuer was stored and restored', () => {
    const restored = restoreTestResidenceCardIssuer(JSON.parse(JSON.stringify(issuer.toJson())));
    if (restored.status === 'failed') throw new Error(restored.reason.detail);
    const { checkCode } = restored.value.sign(scheme, data);
    expect(verifyResidenceCardSignature({ ...signed(), checkCode }).status).toBe('verified');
  });
});

it('a check code of the second generation may also stand in DER', () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
  const checkCode = sign('sha256', data, privateKey);
  const publicKey = createPublicKey(privateKey);
  expect(verifyResidenceCardSignature({ scheme: 'second', publicKey, digest, checkCode }).status).toBe(
    'verified',
  );
});

it('a test issuer’s record that is none is refused', () => {
  expect(restoreTestResidenceCardIssuer({})).toMatchObject({
    status: 'failed',
    reason: { code: 'test-authority-record-malformed' },
  });
});
