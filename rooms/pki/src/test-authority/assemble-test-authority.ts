import { randomBytes, sign } from 'node:crypto';
import { signCardFaceParts } from '../card-issuer/card-face-signature.ts';
import type { CardIssuerAnchor } from '../card-issuer/card-issuer-anchor.ts';
import { publicHalf } from '../certificate/encode-certificate.ts';
import { parseCertificate } from '../certificate/parse-certificate.ts';
import type { UnverifiedCertificate } from '../certificate/unverified-certificate.ts';
import { encodeRevocationList, type RevokedEntry } from '../revocation/encode-revocation-list.ts';
import type { TestAuthority, TestIssuer } from './test-authority.ts';
import type { TestAuthorityRecord } from './test-authority-record.ts';
import type { TestCardIssuer } from './test-card-issuer.ts';
import { privateKeyText, serialNumberFrom, type TestCertificateIssuer } from './test-certificate-issuer.ts';
import {
  encodeAuthenticationCertificate,
  encodeSignatureCertificate,
  encodeTerminalCertificate,
} from './test-holder-certificates.ts';
import { createTestStatusResponder } from './test-status-responder.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** What a test authority is made of. */
export interface TestAuthorityParts {
  readonly madeAt: Date;
  readonly issuers: Readonly<Record<TestIssuer, TestCertificateIssuer>>;
  readonly cardFace: TestCardIssuer;
  readonly textInput: TestCardIssuer;
  readonly revoked: readonly (RevokedEntry & { readonly issuer: TestIssuer })[];
  readonly random?: (length: number) => Uint8Array;
}

const warning =
  'Test authority: made at run time, vouched for by nobody, with its private keys readable here. ' +
  'Never trust it where real people are served. 試験用の認証局です。実際の利用者がいる環境では信頼しないでください。';

function parsed({ certificate }: TestCertificateIssuer): UnverifiedCertificate {
  const attempt = parseCertificate(certificate);
  if (attempt.status === 'failed') throw new Error(attempt.reason.detail ?? attempt.reason.code);
  return attempt.value;
}

function anchorOf({ authorityKeyId, authorityKey }: TestCardIssuer): CardIssuerAnchor {
  return { keyId: authorityKeyId, publicKey: publicHalf(authorityKey) };
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

function issuerRecord({ certificate, privateKey }: TestCertificateIssuer) {
  return { certificate: base64(certificate), privateKey: privateKeyText(privateKey) };
}

function cardIssuerRecord(issuer: TestCardIssuer) {
  return {
    authorityKeyId: issuer.authorityKeyId,
    authorityPrivateKey: privateKeyText(issuer.authorityKey),
    certificate: base64(issuer.certificate),
    issuerPrivateKey: privateKeyText(issuer.issuerKey),
  };
}

/** Puts the parts together, whether they are new or restored. Throws when a certificate cannot be read. */
export function assembleTestAuthority(parts: TestAuthorityParts): TestAuthority {
  const { issuers, cardFace, textInput, madeAt, random = randomBytes } = parts;
  const revoked = [...parts.revoked];
  const serialNumber = () => serialNumberFrom(random);
  const anchors = {
    authentication: parsed(issuers.authentication),
    signature: parsed(issuers.signature),
    terminal: parsed(issuers.terminal),
  };
  const responder = createTestStatusResponder({ issuers, anchors, revoked, random });

  return {
    anchors: {
      ...anchors,
      cardFace: anchorOf(cardFace),
      textInput: anchorOf(textInput),
    },
    cardFaceCertificate: cardFace.certificate,
    textInputCertificate: textInput.certificate,
    issueAuthenticationCertificate: async (request) =>
      encodeAuthenticationCertificate(issuers.authentication, serialNumber(), request),
    issueSignatureCertificate: async (request) =>
      encodeSignatureCertificate(issuers.signature, serialNumber(), request),
    issueTerminalCertificate: async (request) => {
      const notBefore = request.notBefore ?? madeAt;
      const notAfter = request.notAfter ?? new Date(notBefore.getTime() + 730 * dayMs);
      return encodeTerminalCertificate(issuers.terminal, serialNumber(), { ...request, notBefore, notAfter });
    },
    signCardFace: (cardFaceParts) => signCardFaceParts(cardFace.issuerKey, cardFaceParts),
    signCardFaceRecord: (message) => Uint8Array.from(sign('sha256', message, cardFace.issuerKey)),
    signTextInput: (message) => Uint8Array.from(sign('sha256', message, textInput.issuerKey)),
    revoke: (serial, at, options) => {
      if (!/^([0-9a-f]{2})+$/.test(serial)) throw new Error('a serial number is lower-case hexadecimal');
      const issuer = options?.issuer ?? 'authentication';
      const known = revoked.some((entry) => entry.issuer === issuer && entry.serialNumber === serial);
      if (!known)
        revoked.push({ issuer, serialNumber: serial, at, reason: options?.reason ?? 'unspecified' });
    },
    certificateRevocationList: async (now, options) => {
      const kind = options?.issuer ?? 'authentication';
      return encodeRevocationList({
        issuer: issuers[kind].name,
        issuerKey: issuers[kind].privateKey,
        thisUpdate: now,
        nextUpdate: new Date(now.getTime() + (options?.lifetimeMs ?? dayMs)),
        entries: revoked.filter(({ issuer, at }) => issuer === kind && at <= now),
      });
    },
    statusResponse: async (request, now) => responder(request, now),
    toJson: (): TestAuthorityRecord => ({
      kind: 'honnin-test-authority',
      version: 1,
      warning,
      madeAt: madeAt.toISOString(),
      authentication: issuerRecord(issuers.authentication),
      signature: issuerRecord(issuers.signature),
      terminal: issuerRecord(issuers.terminal),
      cardFace: cardIssuerRecord(cardFace),
      textInput: cardIssuerRecord(textInput),
      revoked: revoked.map(({ issuer, serialNumber: serial, at, reason }) => ({
        issuer,
        serialNumber: serial,
        at: at.toISOString(),
        reason,
      })),
    }),
  };
}
