import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, type TestContext } from 'vitest';
import {
  alternativeNames,
  directory,
  host,
  mappings,
  nameConstraints,
  policies,
  policyConstraints,
} from '../../test/extensions.ts';
import {
  later,
  makeAuthority,
  makeParty,
  named,
  now,
  type Party,
  strangeExtension,
} from '../../test/workshop.ts';
import { encodeRevocationList } from '../revocation/encode-revocation-list.ts';
import { type EncodedPathOptions, validateEncodedPath } from './validate-encoded-path.ts';

const run = promisify(execFile);

async function needOpenssl(ctx: TestContext): Promise<void> {
  await run('openssl', ['version']).catch(() => ctx.skip('openssl is not installed'));
}

const pem = (der: Uint8Array, label: string): string =>
  `-----BEGIN ${label}-----\n${Buffer.from(der)
    .toString('base64')
    .replace(/.{64}(?=.)/g, '$&\n')}\n-----END ${label}-----\n`;

interface Case {
  readonly what: string;
  readonly leaf: Party;
  readonly issuers?: readonly Party[];
  readonly lists?: readonly Uint8Array[];
  readonly policies?: EncodedPathOptions['policies'];
  readonly arguments?: readonly string[];
  readonly expected: 'verified' | 'rejected' | 'undetermined';
}

const root = makeAuthority({ name: 'Root' });
const middle = makeAuthority({ name: 'Middle', issuer: root });
const holder = makeParty({ name: 'Holder', issuer: middle });

/** What openssl says: whether it accepts. */
async function acceptedByOpenssl({ leaf, issuers = [], lists, ...rest }: Case): Promise<boolean> {
  const folder = await mkdtemp(path.join(tmpdir(), 'honnin-opinion-'));
  const file = async (name: string, text: string) => {
    await writeFile(path.join(folder, name), text);
    return path.join(folder, name);
  };
  try {
    const leafFile = await file('leaf.pem', pem(leaf.certificate.der, 'CERTIFICATE'));
    const anchorFile = await file('root.pem', pem(root.certificate.der, 'CERTIFICATE'));
    const between = issuers.map(({ certificate }) => pem(certificate.der, 'CERTIFICATE')).join('');
    const options = ['verify', '-attime', String(now.getTime() / 1000), '-CAfile', anchorFile];
    if (between !== '') options.push('-untrusted', await file('between.pem', between));
    if (lists !== undefined) {
      const text = lists.map((der) => pem(der, 'X509 CRL')).join('');
      options.push('-crl_check_all', '-CRLfile', await file('lists.pem', text));
    }
    await run('openssl', [...options, ...(rest.arguments ?? []), leafFile]);
    return true;
  } catch (error) {
    if (error instanceof Error && 'stderr' in error && String(error.stderr).includes('verification failed'))
      return false;
    throw error;
  } finally {
    await rm(folder, { recursive: true });
  }
}

const below = (issuer: Party, names: string) =>
  makeParty({ name: 'Holder', issuer, extensions: [alternativeNames([host(names)])] });
const narrow = makeAuthority({
  name: 'Narrow',
  issuer: root,
  extensions: [nameConstraints({ permitted: [host('example.jp')], excluded: [directory(named('Nobody'))] })],
});
const mapping = makeAuthority({
  name: 'Mapping',
  issuer: root,
  extensions: [policies('1.2.3.1'), mappings(['1.2.3.1', '1.2.3.2']), policyConstraints({ explicit: 0 })],
});
const mapped = (policy: string) =>
  makeParty({ name: 'Holder', issuer: mapping, extensions: [policies(policy)] });
const list = (issuer: Party, revoked: readonly Party[] = [], thisUpdate = later(-1), nextUpdate = later(1)) =>
  encodeRevocationList({
    issuer: named(issuer.name),
    issuerKey: issuer.key,
    thisUpdate,
    nextUpdate,
    entries: revoked.map(({ certificate: { serialNumber } }) => ({
      serialNumber,
      at: later(-2),
      reason: 'superseded',
    })),
  });
const expired = makeParty({ name: 'Holder', issuer: middle, notAfter: later(-1) });
const narrowRoot = makeAuthority({ name: 'Short', issuer: root, pathLength: 0 });
const tooDeep = makeAuthority({ name: 'Deep', issuer: narrowRoot });
const deepHolder = makeParty({ name: 'Holder', issuer: tooDeep });
const strange = makeParty({ name: 'Holder', issuer: middle, extensions: [strangeExtension(true)] });
const byHolder = makeParty({ name: 'Friend', issuer: holder });

const withPolicy = ['-policy_check', '-explicit_policy', '-policy', '1.2.3.1'];
const cases: readonly Case[] = [
  { what: 'a plain path', leaf: holder, issuers: [middle], expected: 'verified' },
  { what: 'a missing intermediate', leaf: holder, expected: 'rejected' },
  { what: 'an expired certificate', leaf: expired, issuers: [middle], expected: 'rejected' },
  { what: 'a path that is too long', leaf: deepHolder, issuers: [tooDeep, narrowRoot], expected: 'rejected' },
  { what: 'an unknown critical extension', leaf: strange, issuers: [middle], expected: 'rejected' },
  { what: 'a holder who issues', leaf: byHolder, issuers: [holder, middle], expected: 'rejected' },
  {
    what: 'a permitted name',
    leaf: below(narrow, 'www.example.jp'),
    issuers: [narrow],
    expected: 'verified',
  },
  {
    what: 'a name that is not permitted',
    leaf: below(narrow, 'www.example.com'),
    issuers: [narrow],
    expected: 'rejected',
  },
  {
    what: 'a mapped policy',
    leaf: mapped('1.2.3.2'),
    issuers: [mapping],
    policies: { acceptable: ['1.2.3.1'], requireExplicit: true },
    arguments: withPolicy,
    expected: 'verified',
  },
  {
    what: 'a policy that was mapped away',
    leaf: mapped('1.2.3.1'),
    issuers: [mapping],
    policies: { acceptable: ['1.2.3.1'], requireExplicit: true },
    arguments: withPolicy,
    expected: 'rejected',
  },
  {
    what: 'nothing revoked',
    leaf: holder,
    issuers: [middle],
    lists: [list(middle), list(root)],
    expected: 'verified',
  },
  {
    what: 'a revoked holder',
    leaf: holder,
    issuers: [middle],
    lists: [list(middle, [holder]), list(root)],
    expected: 'rejected',
  },
  {
    what: 'a revoked authority',
    leaf: holder,
    issuers: [middle],
    lists: [list(middle), list(root, [middle])],
    expected: 'rejected',
  },
  {
    what: 'a missing list',
    leaf: holder,
    issuers: [middle],
    lists: [list(middle)],
    expected: 'undetermined',
  },
  {
    what: 'a stale list',
    leaf: holder,
    issuers: [middle],
    lists: [list(middle, [], later(-9), later(-8)), list(root)],
    expected: 'undetermined',
  },
];

describe('openssl verify as a second opinion', () => {
  for (const example of cases)
    it(`agrees about ${example.what}: ${example.expected}`, async (ctx) => {
      await needOpenssl(ctx);
      const outcome = await validateEncodedPath({
        certificates: [example.leaf, ...(example.issuers ?? [])].map(({ certificate }) => certificate.der),
        anchors: [root.certificate.der],
        at: now,
        ...(example.lists === undefined ? {} : { lists: example.lists }),
        ...(example.policies === undefined ? {} : { policies: example.policies }),
      });
      expect(outcome.status).toBe(example.expected);
      expect(await acceptedByOpenssl(example)).toBe(example.expected === 'verified');
    });
});
