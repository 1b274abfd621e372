import { generateKeyPair, type KeyObject, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import {
  BasicConstraints,
  type Extension,
  id_ce_basicConstraints,
  id_ce_keyUsage,
  KeyUsage,
  KeyUsageFlags,
  type Name,
} from '@peculiar/asn1-x509';
import { encodeCertificate, extensionOf, nameOf, publicHalf } from '../certificate/encode-certificate.ts';
import { parseCertificate } from '../certificate/parse-certificate.ts';
import type { ResidenceCardScheme } from './residence-card-signature.ts';
import {
  assembleTestResidenceCardIssuer,
  type TestResidenceCardIssuer,
  type TestResidenceCardSigner,
} from './test-residence-card-issuer.ts';

const yearMs = 365 * 24 * 60 * 60 * 1000;
const generate = promisify(generateKeyPair);

/** Named so that nobody takes them for the agency's. */
const names: Readonly<Record<ResidenceCardScheme, readonly [authority: string, card: string]>> = {
  first: ['Test ZairyuCard CA', 'Test ZairyuCard'],
  second: ['Test ZairyuCard CA2', 'Test ZairyuCard2'],
};

const name = (commonName: string): Name =>
  nameOf([
    ['2.5.4.6', 'JP'],
    ['2.5.4.10', 'HONNIN-TEST'],
    ['2.5.4.3', commonName],
  ]);

/**
 * Makes an issuer of both generations: authorities and card keys, RSA-2048 and P-384, valid from ten years
 * before `now` to ten years after.
 */
export async function createTestResidenceCardIssuer(options: {
  readonly now: Date;
  readonly random?: (length: number) => Uint8Array;
}): Promise<TestResidenceCardIssuer> {
  const { now, random = randomBytes } = options;
  const signer = async (scheme: ResidenceCardScheme): Promise<TestResidenceCardSigner> => {
    const [authorityName, cardName] = names[scheme].map(name);
    if (authorityName === undefined || cardName === undefined) throw new Error('two names');
    const [authorityKey, cardKey] = await Promise.all([newKey(scheme), newKey(scheme)]);
    const certify = (subject: Name, key: KeyObject, extensions: readonly Extension[]) =>
      encodeCertificate({
        serialNumber: Uint8Array.from([0x40, ...random(7)]),
        issuer: authorityName,
        issuerKey: authorityKey,
        subject,
        notBefore: new Date(now.getTime() - 10 * yearMs),
        notAfter: new Date(now.getTime() + 10 * yearMs),
        publicKey: publicHalf(key),
        extensions,
      });
    const authority = parseCertificate(
      certify(authorityName, authorityKey, [
        extensionOf(id_ce_keyUsage, true, new KeyUsage(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign)),
        extensionOf(id_ce_basicConstraints, true, new BasicConstraints({ cA: true, pathLenConstraint: 0 })),
      ]),
    );
    if (authority.status === 'failed') throw new Error(authority.reason.detail ?? authority.reason.code);
    const certificate = certify(cardName, cardKey, [
      extensionOf(id_ce_keyUsage, true, new KeyUsage(KeyUsageFlags.digitalSignature)),
    ]);
    return { authority: authority.value, certificate, cardKey };
  };
  const [first, second] = await Promise.all([signer('first'), signer('second')]);
  return assembleTestResidenceCardIssuer({ first, second });
}

async function newKey(scheme: ResidenceCardScheme): Promise<KeyObject> {
  const pair =
    scheme === 'first'
      ? await generate('rsa', { modulusLength: 2048 })
      : await generate('ec', { namedCurve: 'P-384' });
  return pair.privateKey;
}
