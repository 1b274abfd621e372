import {
  constants,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  privateEncrypt,
  randomBytes,
  randomUUID,
} from 'node:crypto';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CountryRecords } from '@honnin/eligibility';
import { cardChallenge, issueStatement } from '@honnin/identification';
import type { OpenedVisit } from '@honnin/identification/visit-api';
import { createTestAuthority, parseCertificate, type TestAuthority } from '@honnin/pki';

const dayMs = 24 * 60 * 60 * 1000;
const token = () => randomBytes(24).toString('base64url');
/** DigestInfo of SHA-256 (RFC 8017 §9.2, note 1): the card signs the challenge as the digest. */
const digestInfo = Buffer.from('3031300d060960864801650304020105000420', 'hex');

/** A country of one person, one hospital and one terminal, in files as an operator would have them. */
export interface SmallCountry extends AsyncDisposable {
  readonly folder: string;
  readonly records: CountryRecords;
  readonly terminalToken: string;
  /** What honnin.config.json would hold under `services`. */
  readonly services: ReturnType<typeof servicesOf>;
  /** Writes a configuration file; its name. */
  configure(configuration: object): Promise<string>;
  /** Makes the card's authority publish a list, with the person's certificate on it or not. */
  publishRevocationList(content: 'empty' | 'with the card' | 'nothing at all'): Promise<void>;
  /** The statement that the terminal would issue after the PIN. */
  statement(visit: OpenedVisit): Promise<string>;
}

/** Makes keys and certificates at run time and writes them down. */
export async function makeSmallCountry(
  ports: { readonly eligibility: number; readonly reception: number; readonly terminal: number } = {
    eligibility: 0,
    reception: 0,
    terminal: 1,
  },
): Promise<SmallCountry> {
  const now = new Date();
  const folder = await mkdtemp(path.join(tmpdir(), 'honnin-services-'));
  const keep = (name: string, contents: string | Uint8Array) => writeFile(path.join(folder, name), contents);
  const authority = await createTestAuthority({ now });
  const { anchors } = authority;
  const terminalKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const terminalCertificate = await authority.issueTerminalCertificate({
    publicKey: createPublicKey(terminalKey),
    commonName: 'counter-1',
    organisation: '1319999991',
  });
  const card = await makeCard(authority, now);
  const [institutionToken, terminalToken] = [token(), token()];
  const records: CountryRecords = {
    institutions: [{ code: '1319999991', name: '架空総合病院', token: institutionToken }],
    people: [
      {
        id: 'only-person',
        person: { name: '見本　太郎', kana: 'ミホン　タロウ', sex: '1', birthDate: '1980-02-10' },
        certificates: [{ der: Buffer.from(card.certificate).toString('base64') }],
        coverages: [
          {
            cardClassification: '01',
            insurerNumber: '06139999',
            insurerName: '架空健康保険組合',
            symbol: '１２３',
            number: '４５',
            branch: '00',
            qualifiedOn: '2020-04-01',
          },
        ],
      },
    ],
  };
  await mkdir(path.join(folder, 'hospital'));
  await keep('terminal-key.pem', terminalKey.export({ type: 'pkcs8', format: 'pem' }));
  await keep('terminal.pem', pem('CERTIFICATE', terminalCertificate));
  await keep('terminal-authority.pem', pem('CERTIFICATE', anchors.terminal.der));
  await keep('card-authority.der', anchors.authentication.der);
  await keep('card-face.pem', anchors.cardFace.publicKey.export({ type: 'spki', format: 'pem' }));
  await keep('institution-token', `${institutionToken}\n`);
  await keep('terminal-token', `${terminalToken}\n`);
  await keep('audit-key', randomBytes(32).toString('hex'));
  await keep('country.json', JSON.stringify(records));
  const terminalList = await authority.certificateRevocationList(now, { issuer: 'terminal' });
  await keep('terminals.crl', pem('X509 CRL', terminalList));

  const country: SmallCountry = {
    folder,
    records,
    terminalToken,
    services: servicesOf(ports, anchors.cardFace.keyId),
    async configure(configuration) {
      await keep('honnin.config.json', JSON.stringify(configuration));
      return path.join(folder, 'honnin.config.json');
    },
    async publishRevocationList(content) {
      const file = path.join(folder, 'cards.crl');
      if (content === 'nothing at all') return rm(file, { force: true });
      if (content === 'with the card') authority.revoke(serialNumberOf(card.certificate), now);
      await keep('cards.crl.part', await authority.certificateRevocationList(new Date()));
      await rename(`${file}.part`, file);
    },
    statement: (visit) => statementFor(visit, card, terminalKey, terminalCertificate),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
  await country.publishRevocationList('empty');
  return country;
}

function servicesOf(
  ports: { readonly eligibility: number; readonly reception: number; readonly terminal: number },
  keyId: string,
) {
  return {
    eligibility: {
      listen: { port: ports.eligibility },
      anchors: { terminal: ['terminal-authority.pem'], authentication: ['card-authority.der'] },
      revocationLists: { authentication: ['cards.crl'], terminal: ['terminals.crl'] },
      auditKey: { file: 'audit-key' },
    },
    reception: {
      listen: { port: ports.reception },
      consoleOrigins: [`http://127.0.0.1:${ports.reception}`],
      eligibility: {
        url: `http://127.0.0.1:${ports.eligibility}`,
        token: { file: 'institution-token' },
      },
      institution: { code: '1319999991', name: '架空総合病院' },
      terminals: [{ id: 'counter-1', name: '１階受付', token: { file: 'terminal-token' } }],
      staff: [{ id: 'uketsuke-1', name: '受付　花子' }],
      hospitalFolder: 'hospital',
    },
    terminal: {
      port: ports.terminal,
      id: 'counter-1',
      key: 'terminal-key.pem',
      chain: ['terminal.pem'],
      reception: { url: `http://127.0.0.1:${ports.reception}`, token: { file: 'terminal-token' } },
      anchors: { authentication: ['card-authority.der'], cardFace: [{ keyId, publicKey: 'card-face.pem' }] },
      models: fileURLToPath(new URL('../../../.honnin/models', import.meta.url)),
    },
  };
}

/** RFC 7468 */
const pem = (label: string, der: Uint8Array) =>
  `-----BEGIN ${label}-----\n${Buffer.from(der).toString('base64').replace(/.{64}/g, '$&\n')}\n-----END ${label}-----\n`;

interface Card {
  readonly key: KeyObject;
  readonly certificate: Uint8Array;
}

async function makeCard(authority: TestAuthority, now: Date): Promise<Card> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const certificate = await authority.issueAuthenticationCertificate({
    publicKey,
    commonName: randomBytes(8).toString('hex'),
    notBefore: new Date(now.getTime() - 300 * dayMs),
    notAfter: new Date(now.getTime() + 700 * dayMs),
  });
  return { key: privateKey, certificate };
}

function serialNumberOf(certificate: Uint8Array): string {
  const parsed = parseCertificate(certificate);
  if (parsed.status === 'failed') throw new Error(parsed.reason.code);
  return parsed.value.serialNumber;
}

function statementFor(
  { audience, nonce }: OpenedVisit,
  card: Card,
  terminalKey: KeyObject,
  terminalCertificate: Uint8Array,
): Promise<string> {
  const iat = Math.floor(Date.now() / 1000);
  const challenge = Buffer.from(cardChallenge({ audience, nonce, issuedAt: iat }));
  const signature = privateEncrypt(
    { key: card.key, padding: constants.RSA_PKCS1_PADDING },
    Buffer.concat([digestInfo, challenge]),
  );
  return issueStatement({
    privateKey: terminalKey,
    chain: [terminalCertificate],
    claims: {
      iss: 'counter-1',
      aud: audience,
      jti: randomUUID(),
      iat,
      nonce,
      method: 'pin',
      card: {
        kind: 'my-number-card',
        certificate: Buffer.from(card.certificate).toString('base64'),
        proof: {
          kind: 'jpki-signature',
          challenge: challenge.toString('base64'),
          signature: signature.toString('base64'),
          authorisedBy: 'pin',
        },
      },
      remarks: [],
    },
  });
}
