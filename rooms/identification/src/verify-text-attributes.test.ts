import { createHash } from 'node:crypto';
import { type UnverifiedTextAttributes, writeTlv } from '@honnin/card';
import { createTestAuthority, type TestAuthority } from '@honnin/pki';
import { beforeAll, describe, expect, it } from 'vitest';
import { verifyTextAttributes } from './verify-text-attributes.ts';

let authority: TestAuthority;
const utf8 = (text: string) => new Uint8Array(Buffer.from(text, 'utf8'));
const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest());

beforeAll(async () => {
  authority = await createTestAuthority({ now: new Date() });
});

function issued(name = '見本　花子'): UnverifiedTextAttributes {
  const attributeObjects = Buffer.concat([
    writeTlv(0xdf22, utf8(name)),
    writeTlv(0xdf23, utf8('東京都見本区')),
    writeTlv(0xdf24, utf8('19840512')),
    writeTlv(0xdf25, utf8('2')),
  ]);
  const attributesDigest = sha256(attributeObjects);
  const myNumberDigest = sha256(utf8('file'));
  const signedObjects = Buffer.concat([writeTlv(0xdf31, myNumberDigest), writeTlv(0xdf32, attributesDigest)]);
  const signature = authority.signTextInput(signedObjects);
  return {
    ...{ name, address: '東京都見本区', birthDate: '1984-05-12', sex: '2' },
    ...{ attributeObjects, attributesDigest, myNumberDigest, signedObjects, signature },
  };
}

function judge(attributes: UnverifiedTextAttributes, anchors = [authority.anchors.textInput]) {
  return verifyTextAttributes({ attributes, issuerCertificate: authority.textInputCertificate, anchors });
}

describe('verifyTextAttributes', () => {
  it('verifies what the issuer signed', () => {
    expect(judge(issued())).toMatchObject({ status: 'verified', value: { name: '見本　花子', sex: '2' } });
  });

  it('cannot tell without an anchor, and refuses another authority', () => {
    expect(judge(issued(), [])).toMatchObject({
      status: 'undetermined',
      reasons: [{ code: 'anchors-missing' }],
    });
    expect(judge(issued(), [authority.anchors.cardFace]).status).toBe('rejected');
  });

  it.each([
    ['a name other than the signed one', { name: '別人　太郎' }, 'text-attributes-altered'],
    ['an address other than the signed one', { address: '大阪府' }, 'text-attributes-altered'],
    ['a birth date other than the signed one', { birthDate: '2000-01-01' }, 'text-attributes-altered'],
    ['a sex other than the signed one', { sex: '1' as const }, 'text-attributes-altered'],
    [
      'a digest other than the signed one',
      { attributesDigest: new Uint8Array(32) },
      'text-attributes-altered',
    ],
    ['a signature of nobody', { signature: new Uint8Array(256) }, 'rsa-signature-invalid'],
  ])('refuses %s', (_what, change, code) => {
    expect(judge({ ...issued(), ...change })).toMatchObject({ status: 'rejected', reasons: [{ code }] });
  });

  it('refuses attributes of one card under the signed digests of another (transplanted attributes)', () => {
    const other = issued('別人　太郎');
    const mixed = { ...issued(), name: other.name, attributeObjects: other.attributeObjects };
    expect(judge(mixed)).toMatchObject({ reasons: [{ code: 'text-attributes-altered' }] });
  });
});
