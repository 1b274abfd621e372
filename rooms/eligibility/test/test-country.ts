import {
  constants,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  privateEncrypt,
  randomBytes,
  randomUUID,
  sign,
} from 'node:crypto';
import type { CountryRecords } from '@honnin/eligibility';
import {
  type CardProof,
  cardChallenge,
  eligibilityAudience,
  type FaceClaim,
  issueStatement,
  type StatementClaims,
} from '@honnin/identification';
import type { Coverage, EligibilityRequest } from '@honnin/insurance';
import {
  createListRevocationSource,
  createTestAuthority,
  parseCertificate,
  parseRevocationList,
  type RevocationSource,
  revocationListsAtHand,
  type TestAuthority,
} from '@honnin/pki';

/** The moment at which the tests' country stands still. */
export const now = new Date('2026-11-24T00:15:30.000Z');
export const today = '2026-11-24';
export const dayMs = 24 * 60 * 60 * 1000;

export interface TestCard {
  readonly privateKey: KeyObject;
  readonly certificate: Uint8Array;
}

export interface TestTerminal {
  readonly id: string;
  readonly privateKey: KeyObject;
  readonly chain: readonly Uint8Array[];
}

export const hospital = {
  code: '1319999991',
  name: '架空総合病院',
  token: randomBytes(24).toString('base64url'),
};
export const clinic = { code: '1319999983', name: '見本医院', token: randomBytes(24).toString('base64url') };

export async function makeTerminal(authority: TestAuthority, id = 'terminal-1'): Promise<TestTerminal> {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const certificate = await authority.issueTerminalCertificate({
    publicKey: createPublicKey(privateKey),
    commonName: id,
    organisation: hospital.code,
  });
  return { id, privateKey, chain: [certificate] };
}

export async function makeCard(
  authority: TestAuthority,
  { expires = new Date(now.getTime() + 700 * dayMs) }: { readonly expires?: Date } = {},
): Promise<TestCard> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const certificate = await authority.issueAuthenticationCertificate({
    publicKey,
    commonName: randomBytes(8).toString('hex'),
    notBefore: new Date(now.getTime() - 1500 * dayMs),
    notAfter: expires,
  });
  return { privateKey, certificate };
}

/** DigestInfo of SHA-256 (RFC 8017, 9.2, note 1): the card signs the challenge as the digest. */
const digestInfo = Buffer.from('3031300d060960864801650304020105000420', 'hex');

export interface StatementWish {
  readonly card: TestCard;
  readonly terminal: TestTerminal;
  readonly nonce?: string;
  readonly issuedAt?: Date;
  readonly audience?: string;
  readonly face?: Partial<FaceClaim>;
  readonly staff?: string;
  /** The card proves itself by its own key, with a record of this birth date, in place of the certificate's key. */
  readonly recordBirthDate?: string;
}

/** A statement as a terminal would issue it: by PIN, or by face, or by staff. */
export function makeStatement(wish: StatementWish): Promise<string> {
  const { card, terminal, nonce = randomUUID(), issuedAt = now, audience = eligibilityAudience } = wish;
  const iat = Math.floor(issuedAt.getTime() / 1000);
  const challenge = Buffer.from(cardChallenge({ audience, nonce, issuedAt: iat }));
  const signature = privateEncrypt(
    { key: card.privateKey, padding: constants.RSA_PKCS1_PADDING },
    Buffer.concat([digestInfo, challenge]),
  );
  const byPin = wish.face === undefined && wish.staff === undefined;
  const claims: StatementClaims = {
    iss: terminal.id,
    aud: audience,
    jti: randomUUID(),
    iat,
    nonce,
    method: byPin ? 'pin' : wish.staff === undefined ? 'face' : 'staff',
    card: {
      kind: 'my-number-card',
      certificate: Buffer.from(card.certificate).toString('base64'),
      proof:
        wish.recordBirthDate === undefined
          ? {
              kind: 'jpki-signature',
              challenge: challenge.toString('base64'),
              signature: signature.toString('base64'),
              authorisedBy: byPin ? 'pin' : 'verifier-extension',
            }
          : ownKeyProof(challenge, wish.recordBirthDate),
    },
    ...(wish.face !== undefined && { face: { ...face, ...wish.face } }),
    ...(wish.staff !== undefined && { staff: { id: wish.staff, at: issuedAt.toISOString() } }),
    remarks: [],
  };
  return issueStatement({ privateKey: terminal.privateKey, chain: terminal.chain, claims });
}

function ownKeyProof(challenge: Buffer, birthDate: string): CardProof {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { n = '', e = '' } = publicKey.export({ format: 'jwk' });
  const base64 = (text: string) => Buffer.from(text, 'base64url').toString('base64');
  return {
    kind: 'card-session',
    challenge: challenge.toString('base64'),
    signature: sign('sha256', challenge, privateKey).toString('base64'),
    publicKey: { exponent: base64(e), modulus: base64(n) },
    birthDate,
  };
}

const face: FaceClaim = {
  model: { name: 'test', sha256: '0'.repeat(64) },
  threshold: 0.48,
  falseMatchRate: 1e-5,
  similarity: 0.8,
  frames: 5,
  liveness: { status: 'verified', passive: 0.9, headTurn: 'met', eyes: 'open' },
  relaxed: [],
};

export const employee: Coverage = {
  cardClassification: '01',
  insurerNumber: '06139999',
  insurerName: '架空健康保険組合',
  symbol: '１２３',
  number: '４５',
  branch: '00',
  qualifiedOn: '2020-04-01',
  specificDiseases: [
    {
      category: '1',
      issuedOn: '2026-07-15',
      validFrom: '2026-08-01',
      validTo: '2027-07-31',
      selfPay: 10_000,
    },
  ],
};

export interface TestCountry {
  readonly authority: TestAuthority;
  readonly terminal: TestTerminal;
  readonly cards: Readonly<Record<'valid' | 'soon' | 'grace' | 'past' | 'revoked' | 'stranger', TestCard>>;
  readonly revocation: RevocationSource;
  readonly records: CountryRecords;
}

export async function makeCountry(): Promise<TestCountry> {
  const authority = await createTestAuthority({ now });
  const cards = {
    valid: await makeCard(authority),
    soon: await makeCard(authority, { expires: new Date('2027-01-10T14:59:59Z') }),
    grace: await makeCard(authority, { expires: new Date('2026-10-20T14:59:59Z') }),
    past: await makeCard(authority, { expires: new Date('2026-08-20T14:59:59Z') }),
    revoked: await makeCard(authority),
    stranger: await makeCard(authority),
  };
  const revoked = parseCertificate(cards.revoked.certificate);
  if (revoked.status === 'failed') throw new Error(revoked.reason.code);
  authority.revoke(revoked.value.serialNumber, new Date(now.getTime() - dayMs));
  const list = parseRevocationList(await authority.certificateRevocationList(now));
  if (list.status === 'failed') throw new Error(list.reason.code);
  const known = ['valid', 'soon', 'grace', 'past', 'revoked'] as const;
  return {
    authority,
    terminal: await makeTerminal(authority),
    cards,
    revocation: createListRevocationSource({ lookup: revocationListsAtHand([list.value]) }),
    records: {
      institutions: [hospital, clinic],
      people: known.map((id) => ({
        id,
        person: { name: '見本　太郎', kana: 'ミホン　タロウ', sex: '1', birthDate: '1980-02-10' },
        certificates: [{ der: Buffer.from(cards[id].certificate).toString('base64') }],
        coverages: [employee],
        referenceNumbers: [{ institutionCode: hospital.code, number: `H-${id}` }],
      })),
    },
  };
}

export function makeRequest(
  statement: string,
  changes: Partial<EligibilityRequest> = {},
): EligibilityRequest {
  return {
    requestId: randomUUID(),
    statement,
    onDate: today,
    institutionCode: hospital.code,
    consents: [
      { group: 'YZK', given: true, at: now.toISOString() },
      { group: 'TKK', given: false, at: now.toISOString() },
    ],
    ...changes,
  };
}
