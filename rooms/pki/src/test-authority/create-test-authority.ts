import { generateKeyPair, type KeyObject, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { assembleTestAuthority } from './assemble-test-authority.ts';
import type { TestAuthority, TestIssuer } from './test-authority.ts';
import { cardKeyId, certifyCardIssuer } from './test-card-issuer.ts';
import { selfSigned, serialNumberFrom } from './test-certificate-issuer.ts';

const yearMs = 365 * 24 * 60 * 60 * 1000;
const generate = promisify(generateKeyPair);

async function rsaKey(): Promise<KeyObject> {
  return (await generate('rsa', { modulusLength: 2048 })).privateKey;
}

async function p256Key(): Promise<KeyObject> {
  return (await generate('ec', { namedCurve: 'P-256' })).privateKey;
}

/**
 * Makes a whole test authority: authentication and signature authorities (RSA-2048) in the manner of JPKI,
 * card-face and text-input issuers with card-verifiable certificates, and a terminal authority (P-256). Seven
 * keys are made in the thread pool. Its authorities are valid from ten years before `now` to ten years after,
 * so that cards which expired long ago can be issued too. `random` gives serial numbers; keys always come from
 * the operating system.
 */
export async function createTestAuthority(options: {
  readonly now: Date;
  readonly random?: (length: number) => Uint8Array;
}): Promise<TestAuthority> {
  const { now, random = randomBytes } = options;
  const keys = await Promise.all([rsaKey(), rsaKey(), p256Key(), rsaKey(), rsaKey(), rsaKey(), rsaKey()]);
  const [authentication, signature, terminal, cardFaceAuthority, cardFace, textInputAuthority, textInput] =
    keys;
  const issuer = (kind: TestIssuer, privateKey: KeyObject) =>
    selfSigned(kind, {
      privateKey,
      serialNumber: serialNumberFrom(random),
      notBefore: new Date(now.getTime() - 10 * yearMs),
      notAfter: new Date(now.getTime() + 10 * yearMs),
    });
  return assembleTestAuthority({
    madeAt: now,
    random,
    issuers: {
      authentication: issuer('authentication', authentication),
      signature: issuer('signature', signature),
      terminal: issuer('terminal', terminal),
    },
    cardFace: certifyCardIssuer({
      authorityKeyId: cardKeyId('9900023', '001'),
      subjectKeyId: cardKeyId('9910023', '001'),
      authorityKey: cardFaceAuthority,
      issuerKey: cardFace,
    }),
    textInput: certifyCardIssuer({
      authorityKeyId: cardKeyId('9900033', '001'),
      subjectKeyId: cardKeyId('9910033', '001'),
      authorityKey: textInputAuthority,
      issuerKey: textInput,
    }),
    revoked: [],
  });
}
