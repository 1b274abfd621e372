import { failed, reason } from '@honnin/outcome';
import {
  CRLNumber,
  DistributionPointName,
  type Extension,
  GeneralName,
  IssuingDistributionPoint,
  id_ce_deltaCRLIndicator,
  id_ce_issuingDistributionPoint,
  KeyUsageFlags,
} from '@peculiar/asn1-x509';
import { describe, expect, it } from 'vitest';
import {
  flipped,
  later,
  makeAuthority,
  makeParty,
  named,
  now,
  type Party,
  strangeExtension,
} from '../../test/workshop.ts';
import { extensionOf } from '../certificate/encode-certificate.ts';
import { pkiFailures } from '../failures.ts';
import { createListRevocationSource, revocationListsAtHand } from './create-list-revocation-source.ts';
import { encodeRevocationList, type RevocationListContents } from './encode-revocation-list.ts';
import { parseRevocationList } from './parse-revocation-list.ts';
import type { UnverifiedRevocationList } from './revocation-list.ts';

const authority = makeAuthority({ name: 'Root' });
const holder = makeParty({ name: 'Holder', issuer: authority });
const { serialNumber } = holder.certificate;

function listDer(contents: Partial<RevocationListContents> = {}, issuer: Party = authority): Uint8Array {
  return encodeRevocationList({
    issuer: named(issuer.name),
    issuerKey: issuer.key,
    thisUpdate: later(-1),
    nextUpdate: later(1),
    entries: [],
    ...contents,
  });
}

function read(der: Uint8Array): UnverifiedRevocationList {
  const attempt = parseRevocationList(der);
  if (attempt.status === 'failed') throw new Error(attempt.reason.detail);
  return attempt.value;
}

/** The status as one line; an unknown one with its code, which must stand in the failure table. */
async function statusBy(der: Uint8Array, issuer = authority, certificate = holder.certificate) {
  const source = createListRevocationSource({ lookup: revocationListsAtHand([read(der)]) });
  const status = await source.statusOf(certificate, issuer.certificate, now);
  if (status.kind !== 'unknown') return status.kind;
  expect(Object.keys(pkiFailures)).toContain(status.reason.code);
  return `unknown ${status.reason.code}`;
}

const entry = { serialNumber, at: later(-10), reason: 'key-compromise' } as const;

function scope(params: Partial<IssuingDistributionPoint>): Extension {
  return extensionOf(id_ce_issuingDistributionPoint, true, new IssuingDistributionPoint(params));
}

describe('createListRevocationSource', () => {
  it('calls a certificate good that a current list does not name', async () => {
    expect(await statusBy(listDer({ entries: [{ ...entry, serialNumber: '0badcafe' }] }))).toBe('good');
  });

  it('calls a certificate revoked, with date and reason', async () => {
    const source = createListRevocationSource({
      lookup: revocationListsAtHand([read(listDer({ entries: [entry] }))]),
    });
    expect(await source.statusOf(holder.certificate, authority.certificate, now)).toEqual({
      kind: 'revoked',
      at: entry.at,
      reason: 'key-compromise',
    });
  });

  it('finds a serial number whose first bit is set', async () => {
    const high = makeParty({ name: 'High', issuer: authority, serialNumber: Uint8Array.of(0, 0xff, 1) });
    expect(high.certificate.serialNumber).toBe('ff01');
    const der = listDer({ entries: [{ ...entry, serialNumber: 'ff01' }] });
    expect(await statusBy(der, authority, high.certificate)).toBe('revoked');
  });

  it('does not know by a stale list', async () => {
    expect(await statusBy(listDer({ nextUpdate: later(-0.5) }))).toBe('unknown revocation-list-stale');
  });

  it('still believes a stale list about what it revoked, but not about a hold', async () => {
    const stale = { nextUpdate: later(-0.5) };
    expect(await statusBy(listDer({ ...stale, entries: [entry] }))).toBe('revoked');
    expect(await statusBy(listDer({ ...stale, entries: [{ ...entry, reason: 'certificate-hold' }] }))).toBe(
      'unknown revocation-list-stale',
    );
  });

  it('does not know by a list from the future', async () => {
    expect(await statusBy(listDer({ thisUpdate: later(0.5) }))).toBe('unknown revocation-list-not-yet-valid');
  });

  it('does not believe an empty list that another authority of the same name signed', async () => {
    const impostor = makeAuthority({ name: 'Root' });
    expect(await statusBy(listDer({}, impostor))).toBe('unknown revocation-list-signature-invalid');
  });

  it('does not believe a list from which a line was changed', async () => {
    const der = Buffer.from(listDer({ entries: [entry] }));
    const at = der.indexOf(Buffer.from(serialNumber, 'hex'));
    expect(await statusBy(flipped(der, at))).toBe('unknown revocation-list-signature-invalid');
  });

  it('does not believe a list by an issuer that may not sign lists', async () => {
    const mute = makeAuthority({ name: 'Root', key: authority.key, uses: KeyUsageFlags.keyCertSign });
    expect(await statusBy(listDer(), mute)).toBe('unknown revocation-list-signature-invalid');
  });

  it('keeps to the scope of a list', async () => {
    const other = new DistributionPointName({
      fullName: [new GeneralName({ directoryName: named('Elsewhere') })],
    });
    const own = new DistributionPointName({ fullName: [new GeneralName({ directoryName: named('Root') })] });
    const by = (extension: Extension) => statusBy(listDer({ extensions: [extension] }));
    expect(await by(scope({ distributionPoint: own }))).toBe('good');
    expect(await by(scope({ onlyContainsUserCerts: true }))).toBe('good');
    // An indirect list may name its own issuer’s certificates too.
    expect(await by(scope({ indirectCRL: true }))).toBe('good');
    const outOfScope = 'unknown revocation-list-out-of-scope';
    expect(await by(scope({ distributionPoint: other }))).toBe(outOfScope);
    expect(await by(scope({ onlyContainsCACerts: true }))).toBe(outOfScope);
    expect(await by(scope({ onlyContainsAttributeCerts: true }))).toBe(outOfScope);
    expect(await by(extensionOf(id_ce_deltaCRLIndicator, true, new CRLNumber(1)))).toBe(outOfScope);
    expect(await by(strangeExtension(true))).toBe(outOfScope);
    expect(await by(strangeExtension(false))).toBe('good');
  });

  it('does not know where there is no list, or where it cannot be fetched', async () => {
    const none = createListRevocationSource({ lookup: revocationListsAtHand([]) });
    expect(await none.statusOf(holder.certificate, authority.certificate, now)).toMatchObject({
      kind: 'unknown',
      reason: { code: 'revocation-list-unavailable' },
    });
    const broken = createListRevocationSource({
      lookup: async () => failed(reason('revocation-list-unavailable', 'line down')),
    });
    expect(await broken.statusOf(holder.certificate, authority.certificate, now)).toMatchObject({
      kind: 'unknown',
      reason: { detail: 'line down' },
    });
  });

  it('takes the newest of several lists', async () => {
    const lists = [read(listDer({ entries: [entry] })), read(listDer({ thisUpdate: later(-5) }))];
    for (const order of [lists, lists.toReversed()]) {
      const source = createListRevocationSource({ lookup: revocationListsAtHand(order) });
      expect((await source.statusOf(holder.certificate, authority.certificate, now)).kind).toBe('revoked');
    }
  });

  it('remembers a checked list only for the issuer that it was checked with', async () => {
    const impostor = makeAuthority({ name: 'Root' });
    const source = createListRevocationSource({ lookup: revocationListsAtHand([read(listDer())]) });
    const ask = async (issuer: Party) =>
      (await source.statusOf(holder.certificate, issuer.certificate, now)).kind;
    expect(await ask(authority)).toBe('good');
    expect(await ask(impostor)).toBe('unknown');
    expect(await ask(authority)).toBe('good');
  });
});
