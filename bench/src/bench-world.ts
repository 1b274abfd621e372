import { createPublicKey, generateKeyPair, type KeyObject, randomBytes, randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { type MyNumberCard, matchingNumberB, openMyNumberCard } from '@honnin/card';
import {
  createInProcessReaders,
  createVirtualCard,
  type IssuedCard,
  issueTestCard,
  sampleCardHolder,
} from '@honnin/card-simulator';
import {
  cardChallenge,
  eligibilityAudience,
  issueStatement,
  type StatementClaims,
} from '@honnin/identification';
import type { Attempt } from '@honnin/outcome';
import { createTestAuthority, type TestAuthority } from '@honnin/pki';

/** An authority, a terminal and a card that only the measurements know. */
export interface BenchWorld {
  readonly authority: TestAuthority;
  readonly terminalKey: KeyObject;
  readonly terminalChain: readonly Uint8Array[];
  readonly issued: IssuedCard;
  /** Opens the card anew, in process, with or without the time that the air takes. */
  openCard(air?: {
    readonly bitsPerSecond: number;
  }): Promise<{ card: MyNumberCard; close: () => Promise<void> }>;
  readonly matchingNumber: Uint8Array;
}

export const value = <T>(attempt: Attempt<T>): T => {
  if (attempt.status === 'failed') throw new Error(`${attempt.reason.code} ${attempt.reason.detail ?? ''}`);
  return attempt.value;
};

export async function createBenchWorld(now: Date, photo: Uint8Array): Promise<BenchWorld> {
  const authority = await createTestAuthority({ now });
  const { privateKey } = await promisify(generateKeyPair)('ec', { namedCurve: 'P-256' });
  const terminal = await authority.issueTerminalCertificate({
    publicKey: createPublicKey(privateKey),
    commonName: 'bench-terminal',
    organisation: 'bench',
  });
  const holder = sampleCardHolder({ photo });
  const issued = await issueTestCard({ authority, holder, now });
  return {
    authority,
    terminalKey: privateKey,
    terminalChain: [terminal],
    issued,
    matchingNumber: matchingNumberB({
      birthDate: holder.birthDate,
      expiryYear: Number(holder.expiryDate.slice(0, 4)),
      securityCode: holder.securityCode,
    }),
    async openCard(air) {
      const readers = createInProcessReaders(['bench']);
      value(readers.insert('bench', createVirtualCard(issued.record, air === undefined ? {} : { air })));
      const connection = value(await readers.connect('bench'));
      return {
        card: value(await openMyNumberCard(connection)),
        async close() {
          await connection[Symbol.asyncDispose]();
          await readers[Symbol.asyncDispose]();
        },
      };
    },
  };
}

/** Claims as a terminal would make them after a PIN, with a fresh nonce. */
export async function pinClaims(world: BenchWorld, card: MyNumberCard, now: Date): Promise<StatementClaims> {
  const nonce = randomBytes(18).toString('base64url');
  const iat = Math.floor(now.getTime() / 1000);
  const challenge = cardChallenge({ audience: eligibilityAudience, nonce, issuedAt: iat });
  const signature = value(await card.signForAuthentication(challenge));
  return {
    iss: 'bench-terminal',
    aud: eligibilityAudience,
    jti: randomUUID(),
    iat,
    nonce,
    method: 'pin',
    card: {
      kind: 'my-number-card',
      certificate: base64(world.issued.authenticationCertificate),
      proof: {
        kind: 'jpki-signature',
        challenge: base64(challenge),
        signature: base64(signature),
        authorisedBy: 'pin',
      },
    },
    remarks: [],
  };
}

export const signed = (world: BenchWorld, claims: StatementClaims): Promise<string> =>
  issueStatement({ privateKey: world.terminalKey, chain: world.terminalChain, claims });

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
