import {
  AuthorityKeyIdentifier,
  BasicConstraints,
  type Extension,
  id_ce_authorityKeyIdentifier,
  id_ce_basicConstraints,
  id_ce_subjectKeyIdentifier,
  KeyUsageFlags,
  Name,
  SubjectKeyIdentifier,
} from '@peculiar/asn1-x509';
import { describe, expect, it } from 'vitest';
import {
  alternativeNames,
  host,
  nameConstraints,
  policies,
  policyConstraints,
  rawExtension,
} from '../../test/extensions.ts';
import {
  makeAuthority,
  makeParty,
  now,
  type Party,
  type PartyOptions,
  parsed,
  resigned,
} from '../../test/workshop.ts';
import { der } from '../certificate/der-writer.ts';
import { extensionOf, keyIdentifier, publicHalf } from '../certificate/encode-certificate.ts';
import { validatePath } from './validate-path.ts';

const root = makeAuthority({ name: 'Root' });
const nobody = new Name([]);

async function judged(
  leaf: Party,
  issuers: readonly Party[] = [],
  profile: 'tolerated' | 'enforced' = 'enforced',
  anchor = root,
): Promise<string> {
  const outcome = await validatePath({
    certificate: leaf.certificate,
    intermediates: issuers.map(({ certificate }) => certificate),
    anchors: [anchor.certificate],
    at: now,
    keyUsage: null,
    profile,
  });
  const [first] = outcome.reasons;
  return first === undefined ? outcome.status : `${outcome.status} ${first.code} ${first.detail ?? ''}`;
}

const holder = (options: Partial<PartyOptions>) => makeParty({ name: 'Holder', issuer: root, ...options });
const serial = (...octets: number[]) => ({ serialNumber: Uint8Array.from(octets) });

/** Only what an issuer may not do; a reader by §6 alone lets each of them pass. */
const leaves: readonly (readonly [clause: string, what: string, leaf: Party])[] = [
  ['§4.1.2.2', 'the serial number 0', holder(serial(0))],
  ['§4.1.2.2', 'a negative serial number', holder(serial(0xff))],
  ['§4.1.2.2', 'a serial number of 21 octets', holder(serial(...new Array<number>(21).fill(1)))],
  [
    '§4.1.2.2',
    'a serial number of 20 octets after its sign',
    holder(serial(0, ...new Array<number>(20).fill(0xff))),
  ],
  ['§4.1.2.6', 'neither a subject nor another name', holder({ subject: nobody })],
  [
    '§4.1.2.6',
    'no subject, and other names that are not critical',
    holder({ subject: nobody, extensions: [alternativeNames([host('a.jp')])] }),
  ],
  ['§4.2.1.1', 'no word about its issuer’s key', holder({ anonymousKeys: true })],
  [
    '§4.2.1.3',
    'the right to certify without being an authority',
    holder({ uses: KeyUsageFlags.keyCertSign }),
  ],
  [
    '§4.2.1.10',
    'name constraints without being an authority',
    holder({ extensions: [nameConstraints({ excluded: [host('a.jp')] })] }),
  ],
  [
    '§4.2.1.11',
    'policy constraints that are not critical',
    holder({ extensions: [policies('1.2.3'), policyConstraints({ explicit: 3 }, false)] }),
  ],
];

describe('the profile of issuers (RFC 5280 §4), where it is enforced', () => {
  it('is kept by what this room makes', async () => {
    const middle = makeAuthority({ name: 'Middle', issuer: root });
    expect(await judged(makeParty({ name: 'Holder', issuer: middle }), [middle])).toBe('verified');
    const unnamed = holder({ subject: nobody, extensions: [alternativeNames([host('a.jp')], true)] });
    expect(await judged(unnamed)).toBe('verified');
    expect(await judged(holder(serial(...new Array<number>(20).fill(0x7f))))).toBe('verified');
  });

  for (const [clause, what, leaf] of leaves)
    it(`rejects ${what} (${clause})`, async () => {
      expect(await judged(leaf)).toContain(`rejected certificate-profile-broken RFC 5280 ${clause}`);
      expect(await judged(leaf, [], 'tolerated')).toBe('verified');
    });

  it('rejects an authority whose basicConstraints or nameConstraints are not critical', async () => {
    const constraints = extensionOf(id_ce_basicConstraints, false, new BasicConstraints({ cA: true }));
    const mild = makeParty({
      name: 'Middle',
      issuer: root,
      uses: KeyUsageFlags.keyCertSign,
      extensions: [constraints],
    });
    const below = makeParty({ name: 'Holder', issuer: mild });
    expect(await judged(below, [mild])).toContain('§4.2.1.9');
    expect(await judged(below, [mild], 'tolerated')).toBe('verified');
    const names = makeAuthority({
      name: 'Middle',
      issuer: root,
      extensions: [nameConstraints({ excluded: [host('a.jp')] }, false)],
    });
    expect(await judged(makeParty({ name: 'Holder', issuer: names }), [names])).toContain('§4.2.1.10');
  });

  it('rejects an authority without keyUsage', async () => {
    const silent = makeAuthority({ name: 'Middle', issuer: root, uses: null });
    const below = makeParty({ name: 'Holder', issuer: silent });
    expect(await judged(below, [silent])).toContain('§4.2.1.3');
    expect(await judged(below, [silent], 'tolerated')).toBe('verified');
  });

  it('rejects critical key identifiers, enforced or not: they are not among what is processed', async () => {
    const key = publicHalf(root.key);
    const critical: readonly Extension[] = [
      extensionOf(id_ce_subjectKeyIdentifier, true, new SubjectKeyIdentifier(keyIdentifier(key))),
      extensionOf(
        id_ce_authorityKeyIdentifier,
        true,
        new AuthorityKeyIdentifier({ keyIdentifier: keyIdentifier(key) }),
      ),
      rawExtension('1.3.6.1.5.5.7.1.1', true, der(0x30)),
    ];
    for (const extension of critical)
      expect(
        await judged(holder({ anonymousKeys: true, extensions: [extension] }), [], 'tolerated'),
      ).toContain('rejected critical-extension-unknown');
  });

  it('rejects dates in the form of the other half of the century', async () => {
    // The library writes GeneralizedTime from 2050 on; a date put back by hand keeps that form.
    const far = holder({ notAfter: new Date('2051-01-01T00:00:00Z') });
    expect(await judged(far)).toBe('verified');
    const bytes = Buffer.from(far.certificate.der);
    bytes.write('20490101000000Z', bytes.indexOf('20510101000000Z'), 'latin1');
    const odd = resigned(parsed(bytes), root.key, { oid: '1.2.840.10045.4.3.2', hash: 'sha256' });
    expect(Buffer.from(odd.der).includes('20490101000000Z')).toBe(true);
    expect(await judged({ ...far, certificate: odd })).toContain('§4.1.2.5');
    // §4.1.2.5 obliges readers to take either form.
    expect(await judged({ ...far, certificate: odd }, [], 'tolerated')).toBe('verified');
  });

  it('holds the anchor to it as well, but for keyUsage', async () => {
    const constraints = extensionOf(id_ce_basicConstraints, false, new BasicConstraints({ cA: true }));
    const mild = makeParty({
      name: 'Root',
      key: root.key,
      uses: KeyUsageFlags.keyCertSign,
      extensions: [constraints],
    });
    expect(await judged(holder({}), [], 'enforced', mild)).toContain('§4.2.1.9');
    expect(await judged(holder({}), [], 'tolerated', mild)).toBe('verified');
    const silent = makeAuthority({ name: 'Root', key: root.key, uses: null });
    expect(await judged(holder({}), [], 'enforced', silent)).toBe('verified');
  });
});
