import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { createTestAuthority, type TestAuthority } from '@honnin/pki';
import { cardChallenge, encodeChallengeBinding } from '../src/card-challenge.ts';
import type { StatementPolicy } from '../src/open-identification.ts';
import type { CardProof, MyNumberCardClaim, StatementClaims } from '../src/statement-claims.ts';

const day = 24 * 60 * 60_000;
export const now = new Date('2026-11-24T01:00:00Z');
export const audience = 'urn:honnin:service:eligibility';

/** An authority, a terminal of it, and the keys of one card. */
export interface Issued {
  readonly authority: TestAuthority;
  readonly terminal: { readonly key: KeyObject; readonly certificate: Uint8Array };
  readonly card: {
    readonly authentication: KeyObject;
    readonly own: KeyObject;
    readonly ownPublic: KeyObject;
  };
  certificate(notAfter: Date): Promise<Uint8Array>;
}

export async function issueEverything(): Promise<Issued> {
  const authority = await createTestAuthority({ now });
  const terminal = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const authentication = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    authority,
    terminal: {
      key: terminal.privateKey,
      certificate: await authority.issueTerminalCertificate({
        publicKey: terminal.publicKey,
        commonName: 'kiosk-1',
        organisation: 'Mihon Clinic',
      }),
    },
    card: {
      authentication: authentication.privateKey,
      own: own.privateKey,
      ownPublic: own.publicKey,
    },
    certificate: (notAfter) =>
      authority.issueAuthenticationCertificate({
        publicKey: authentication.publicKey,
        commonName: '1234567890ABCDEFGHIJKLM',
        notBefore: new Date(now.getTime() - 1500 * day),
        notAfter,
      }),
  };
}

export const inForce = new Date(now.getTime() + 300 * day);

/** Claims by a My Number card. */
export type MyNumberClaims = Omit<StatementClaims, 'card'> & { readonly card: MyNumberCardClaim };

/** Claims as a terminal makes them; `change` goes over the finished claims, the card's answer stays. */
export async function claimsOf(
  issued: Issued,
  options: {
    readonly proof?: 'pin' | 'card-session';
    readonly notAfter?: Date;
    readonly issuedAt?: Date;
    readonly change?: Partial<MyNumberClaims>;
  } = {},
): Promise<MyNumberClaims> {
  const { proof: kind = 'pin', notAfter = inForce, issuedAt = now, change = {} } = options;
  const iat = Math.floor(issuedAt.getTime() / 1000);
  const binding = { audience, nonce: 'nonce-0123456789abcdef', issuedAt: iat };
  const proof = kind === 'pin' ? pinProof(issued, binding) : sessionProof(issued, binding);
  return {
    iss: 'kiosk-1',
    aud: audience,
    jti: 'e4c6c1de-8a9e-4a51-9d3f-2a7f0b1c6d5e',
    iat,
    nonce: binding.nonce,
    method: 'pin',
    card: {
      kind: 'my-number-card',
      certificate: Buffer.from(await issued.certificate(notAfter)).toString('base64'),
      proof,
    },
    remarks: [],
    ...change,
  };
}

type Binding = Parameters<typeof cardChallenge>[0];
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

function pinProof({ card }: Issued, binding: Binding): CardProof {
  return {
    kind: 'jpki-signature',
    challenge: text(cardChallenge(binding)),
    signature: text(sign('sha256', encodeChallengeBinding(binding), card.authentication)),
    authorisedBy: 'pin',
  };
}

function sessionProof({ card }: Issued, binding: Binding): CardProof {
  const challenge = cardChallenge(binding);
  const { n = '', e = '' } = card.ownPublic.export({ format: 'jwk' });
  return {
    kind: 'card-session',
    challenge: text(challenge),
    signature: text(sign('sha256', challenge, card.own)),
    publicKey: {
      exponent: text(Buffer.from(e, 'base64url')),
      modulus: text(Buffer.from(n, 'base64url')),
    },
  };
}

export function policyOf(issued: Issued, change: Partial<StatementPolicy> = {}): StatementPolicy {
  const { anchors } = issued.authority;
  return {
    terminalAnchors: [anchors.terminal],
    authenticationAnchors: [anchors.authentication],
    audience,
    at: now,
    maxAgeMs: 10 * 60_000,
    graceAfterExpiryMs: 92 * day,
    acceptedRelaxations: [],
    ...change,
  };
}

/** Unpredictable 32 bytes in base64. */
export const noise = () => text(randomBytes(32));
