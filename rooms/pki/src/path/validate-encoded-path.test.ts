import { describe, expect, it } from 'vitest';
import { later, makeAuthority, makeParty, named, now, type Party } from '../../test/workshop.ts';
import { encodeRevocationList } from '../revocation/encode-revocation-list.ts';
import type { Encoded } from './encoded-blocks.ts';
import { type EncodedPathOptions, validateEncodedPath } from './validate-encoded-path.ts';

const root = makeAuthority({ name: 'Root' });
const middle = makeAuthority({ name: 'Middle', issuer: root });
const holder = makeParty({ name: 'Holder', issuer: middle });

const pem = (der: Uint8Array, label = 'CERTIFICATE'): string =>
  `-----BEGIN ${label}-----\n${Buffer.from(der)
    .toString('base64')
    .replace(/.{64}(?=.)/g, '$&\n')}\n-----END ${label}-----\n`;
const listOf = (issuer: Party, revoked: readonly Party[] = []): Uint8Array =>
  encodeRevocationList({
    issuer: named(issuer.name),
    issuerKey: issuer.key,
    thisUpdate: later(-1),
    nextUpdate: later(1),
    entries: revoked.map(({ certificate: { serialNumber } }) => ({
      serialNumber,
      at: later(-2),
      reason: 'key-compromise',
    })),
  });

async function judged(
  certificates: readonly Encoded[],
  anchors: readonly Encoded[],
  more: Partial<EncodedPathOptions> = {},
): Promise<string> {
  const { status, reasons } = await validateEncodedPath({ certificates, anchors, at: now, ...more });
  return [status, ...reasons.map(({ code }) => code)].join(' ');
}

const ders = [holder, middle].map(({ certificate }) => certificate.der);
const anchor = root.certificate.der;

describe('validateEncodedPath', () => {
  it('takes DER, PEM, PEM in octets, and several certificates in one text', async () => {
    expect(await judged(ders, [anchor])).toBe('verified');
    expect(
      await judged(
        ders.map((der) => pem(der)),
        [pem(anchor)],
      ),
    ).toBe('verified');
    expect(
      await judged(
        [Buffer.from(`holder\n${ders.map((der) => pem(der)).join('')}`)],
        [Buffer.from(pem(anchor))],
      ),
    ).toBe('verified');
  });

  it('checks revocation by the lists that it is given, and does not know without one', async () => {
    const lists = [pem(listOf(middle), 'X509 CRL'), listOf(root)];
    expect(await judged(ders, [anchor], { lists })).toBe('verified');
    expect(await judged(ders, [anchor], { lists: [...lists.slice(1), listOf(middle, [holder])] })).toBe(
      'rejected certificate-revoked',
    );
    expect(await judged(ders, [anchor], { lists: [] })).toMatch(
      /^undetermined revocation-unknown revocation-list-unavailable/,
    );
  });

  it('rejects where the certificate in question cannot be read', async () => {
    expect(await judged([Uint8Array.of(0x30, 1)], [anchor])).toBe('rejected certificate-malformed');
    expect(await judged([], [anchor])).toBe('rejected certificate-malformed');
    expect(await judged(['no certificate at all'], [anchor])).toBe('rejected certificate-malformed');
  });

  it('names what else could not be read', async () => {
    const broken = Uint8Array.of(0x30, 1);
    const [leaf = broken] = ders;
    expect(await judged([leaf, broken], [anchor])).toBe('rejected issuer-not-trusted certificate-malformed');
    expect(await judged(ders, [broken])).toBe('undetermined anchors-missing certificate-malformed');
    expect(await judged(ders, [anchor], { lists: [broken] })).toMatch(/revocation-list-malformed$/);
  });

  it('passes the other inputs on', async () => {
    expect(await judged(ders, [anchor], { keyUsage: 'nonRepudiation' })).toBe(
      'rejected key-usage-not-allowed',
    );
    expect(await judged(ders, [anchor], { policies: { requireExplicit: true } })).toBe(
      'rejected policy-not-acceptable',
    );
    expect(await judged(ders, [anchor], { at: later(999) })).toMatch(/^rejected certificate-expired/);
  });
});
