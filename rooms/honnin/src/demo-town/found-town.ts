import { createPublicKey, generateKeyPair, type KeyObject, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { type CardRecord, issueTestCard } from '@honnin/card-simulator';
import type { Person } from '@honnin/personas';
import { createTestAuthority, parseCertificate, type TestAuthority } from '@honnin/pki';
import { cardHolderOf } from './card-holder-of.ts';
import type { TownRecord } from './town-record.ts';

/** A private key of the demo as PEM; it is written to a file that only the owner reads. */
const pem = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' }).toString();
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const newToken = () => randomBytes(24).toString('base64url');

/**
 * Founds a demo town: an authority, a terminal with its certificate, and a card for every persona, keys and
 * all. Takes some seconds (RSA keys); `progress` hears of every card.
 */
export async function foundTown(options: {
  readonly people: readonly Person[];
  /** Stands in the terminal's certificate. */
  readonly terminalId: string;
  readonly now: Date;
  readonly progress: (made: number, of: number) => void;
}): Promise<TownRecord> {
  const { people, terminalId, now, progress } = options;
  const authority = await createTestAuthority({ now });
  const { privateKey } = await promisify(generateKeyPair)('ec', { namedCurve: 'P-256' });
  const terminalCertificate = await authority.issueTerminalCertificate({
    publicKey: createPublicKey(privateKey),
    commonName: terminalId,
    organisation: 'Honnin demo hospital',
  });
  const cards: Record<string, CardRecord> = {};
  const certificates: Record<string, string> = {};
  for (const person of people) {
    const issued = await issueTestCard({ authority, holder: await cardHolderOf(person, now), now });
    cards[person.id] = issued.record;
    certificates[person.id] = base64(issued.authenticationCertificate);
    if (person.card.condition === 'revoked') revoke(authority, issued.authenticationCertificate, now);
    progress(Object.keys(cards).length, people.length);
  }
  return {
    version: 1,
    founded: now.toISOString(),
    notice: 'Test keys and test cards of a Honnin demo. Trust none of them anywhere else.',
    authority: authority.toJson(),
    terminal: {
      id: terminalId,
      privateKey: pem(privateKey),
      chain: [base64(terminalCertificate)],
    },
    institutionToken: newToken(),
    terminalToken: newToken(),
    cards,
    certificates,
  };
}

function revoke(authority: TestAuthority, certificate: Uint8Array, now: Date): void {
  const parsed = parseCertificate(certificate);
  if (parsed.status === 'failed')
    throw new Error(`a certificate just issued does not parse: ${parsed.reason.code}`);
  authority.revoke(parsed.value.serialNumber, new Date(now.getTime() - 3 * 24 * 60 * 60 * 1000), {
    issuer: 'authentication',
  });
}
