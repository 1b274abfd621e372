import {
  AuthorityKeyIdentifier,
  BasicConstraints,
  ExtendedKeyUsage,
  type Extension,
  id_ce_authorityKeyIdentifier,
  id_ce_basicConstraints,
  id_ce_extKeyUsage,
  id_ce_keyUsage,
  id_ce_subjectKeyIdentifier,
  KeyUsage,
  KeyUsageFlags,
  SubjectKeyIdentifier,
} from '@peculiar/asn1-x509';
import { describe, expect, it } from 'vitest';
import { alternativeNames, host, policyConstraints, rawExtension } from '../../../test/extensions.ts';
import { answer, type Row, type SuiteCase } from '../../../test/suite-case.ts';
import {
  encodeParty,
  makeAuthority,
  makeParty,
  type Party,
  type PartyOptions,
  strangeExtension,
} from '../../../test/workshop.ts';
import { extensionOf, keyIdentifier, publicHalf } from '../../certificate/encode-certificate.ts';

const root = makeAuthority({ name: 'Root' });
const serverPurpose = '1.3.6.1.5.5.7.3.1';
const clientPurpose = '1.3.6.1.5.5.7.3.2';
const anyPurpose = '2.5.29.37.0';

const uses = (flags: number, critical = true): Extension =>
  extensionOf(id_ce_keyUsage, critical, new KeyUsage(flags));
const constraints = (cA: boolean, critical = true, pathLength?: number): Extension =>
  extensionOf(
    id_ce_basicConstraints,
    critical,
    new BasicConstraints({ cA, ...(pathLength === undefined ? {} : { pathLenConstraint: pathLength }) }),
  );
const purposes = (list: readonly string[], critical = false): Extension =>
  extensionOf(id_ce_extKeyUsage, critical, new ExtendedKeyUsage([...list]));
const subjectKey = ({ key }: Party, critical = false): Extension =>
  extensionOf(id_ce_subjectKeyIdentifier, critical, new SubjectKeyIdentifier(keyIdentifier(publicHalf(key))));
const issuerKey = ({ key }: Party, critical = false): Extension =>
  extensionOf(
    id_ce_authorityKeyIdentifier,
    critical,
    new AuthorityKeyIdentifier({ keyIdentifier: keyIdentifier(publicHalf(key)) }),
  );

const leafOf = (issuer: Party, options: Partial<PartyOptions> = {}) =>
  makeParty({ name: 'Leaf', issuer, ...options });

/** A root as asked for, and a holder. */
function underRoot(
  options: Partial<PartyOptions>,
  extensions: (root: Party) => readonly Extension[] = () => [],
) {
  const plain = makeAuthority({ name: 'Root' });
  const anchor = makeParty({
    name: 'Root',
    key: plain.key,
    authority: true,
    ...options,
    extensions: extensions(plain),
  });
  return { anchors: [anchor], leaf: leafOf(anchor) } satisfies SuiteCase;
}

/** A root, an authority as asked for, and a holder. */
function underMiddle(
  options: Partial<PartyOptions>,
  extensions: (middle: Party) => readonly Extension[] = () => [],
  more: Partial<SuiteCase> = {},
): SuiteCase {
  const plain = makeAuthority({ name: 'Middle', issuer: root });
  const middle = makeParty({
    name: 'Middle',
    issuer: root,
    key: plain.key,
    authority: true,
    ...options,
    extensions: extensions(plain),
  });
  return { anchors: [root], between: [middle], leaf: leafOf(middle), ...more };
}

const direct = (options: Partial<PartyOptions>, more: Partial<SuiteCase> = {}): SuiteCase => ({
  anchors: [root],
  leaf: leafOf(root, options),
  ...more,
});

const serial = (...octets: readonly number[]) => direct({ serialNumber: Uint8Array.from(octets) });
const { keyCertSign, cRLSign, digitalSignature } = KeyUsageFlags;

const rows: readonly Row[] = [
  ['a plain path', 'valid', () => underMiddle({})],
  [
    'a critical extension of the holder that nobody knows',
    'invalid',
    () => direct({ extensions: [strangeExtension(true)] }),
  ],
  [
    'an extension of the holder that nobody knows, not critical',
    'valid',
    () => direct({ extensions: [strangeExtension(false)] }),
  ],
  [
    'a critical extension of the root that nobody knows',
    'invalid',
    () => underRoot({}, () => [strangeExtension(true)]),
  ],
  [
    'a critical extension of an authority that nobody knows',
    'invalid',
    () => underMiddle({}, () => [strangeExtension(true)]),
  ],
  [
    'an authority that says it is none',
    'invalid',
    () => underMiddle({ authority: false, uses: keyCertSign }, () => [constraints(false)]),
  ],
  ['an authority that says nothing', 'invalid', () => underMiddle({ authority: false, uses: keyCertSign })],
  [
    'a root that does not say that it is an authority',
    'invalid',
    () => underRoot({ authority: false, uses: keyCertSign }),
  ],
  [
    'a root that says so without weight',
    'invalid',
    () => underRoot({ authority: false, uses: keyCertSign }, () => [constraints(true, false)]),
  ],
  [
    'an authority that says so without weight',
    'invalid',
    () => underMiddle({ authority: false, uses: keyCertSign }, () => [constraints(true, false)]),
  ],
  ['a root whose key is for nothing', 'invalid', () => underRoot({ uses: 0 })],
  [
    'an authority with a path length whose key may not sign certificates',
    'invalid',
    () => underMiddle({ uses: cRLSign, pathLength: 0 }),
  ],
  [
    'an authority whose key may not sign certificates, by a mark without weight',
    'invalid',
    () => underMiddle({ uses: null }, () => [uses(cRLSign, false)]),
  ],
  [
    'an authority whose key use is not marked critical',
    'valid',
    () => underMiddle({ uses: null }, () => [uses(keyCertSign, false)]),
  ],
  [
    'a holder whose key may sign certificates',
    'invalid',
    () => direct({ uses: digitalSignature | keyCertSign, extensions: [constraints(false)] }),
  ],
  ['a holder without key use', 'valid', () => direct({ uses: null })],
  [
    'a holder who says that they are no authority',
    'valid',
    () => direct({ extensions: [constraints(false)] }),
  ],
  [
    'addresses of the issuer that are critical',
    'invalid',
    () => direct({ extensions: [rawExtension('1.3.6.1.5.5.7.1.1', true, issuerAddress)] }),
  ],
  [
    'addresses of the issuer',
    'valid',
    () => direct({ extensions: [rawExtension('1.3.6.1.5.5.7.1.1', false, issuerAddress)] }),
  ],
  [
    'an extension that comes twice',
    'invalid',
    () => ({
      anchors: [root],
      leaf: encodeParty({
        name: 'Leaf',
        issuer: root,
        extensions: [alternativeNames([host('a.jp')]), alternativeNames([host('a.jp')])],
      }),
    }),
  ],
  [
    'a critical issuer key identifier in the root',
    'invalid',
    () => underRoot({ anonymousKeys: true }, (self) => [subjectKey(self), issuerKey(self, true)]),
  ],
  [
    'a holder that does not name its issuer’s key',
    'invalid',
    () => {
      const self = makeParty({ name: 'Self' });
      return direct({ anonymousKeys: true, extensions: [subjectKey(self)] });
    },
  ],
  [
    'an authority that does not name its issuer’s key',
    'invalid',
    () => underMiddle({ anonymousKeys: true }, (self) => [subjectKey(self)]),
  ],
  [
    'a root that does not name its own key again',
    'valid',
    () => underRoot({ anonymousKeys: true }, (self) => [subjectKey(self)]),
  ],
  [
    'a critical subject key identifier in the root',
    'invalid',
    () => underRoot({ anonymousKeys: true }, (self) => [subjectKey(self, true)]),
  ],
  ['a root that does not name its key at all', 'invalid', () => underRoot({ anonymousKeys: true })],
  [
    'an authority that does not name its key',
    'invalid',
    () => underMiddle({ anonymousKeys: true }, () => [issuerKey(root)]),
  ],
  [
    'a purpose other than asked for',
    'invalid',
    () => direct({ extensions: [purposes([clientPurpose])] }, { extendedKeyUsage: serverPurpose }),
  ],
  [
    'the purpose asked for, among others',
    'valid',
    () =>
      direct({ extensions: [purposes([clientPurpose, serverPurpose])] }, { extendedKeyUsage: serverPurpose }),
  ],
  ['no purpose, and none asked for', 'valid', () => direct({})],
  [
    'no purpose, where one may be missing',
    'valid',
    () => direct({}, { extendedKeyUsage: serverPurpose, extendedKeyUsageMayBeMissing: true }),
  ],
  ['an authority for another purpose', 'valid', () => purposeAbove([clientPurpose], false)],
  [
    'an authority for another purpose, where purposes of issuers limit',
    'invalid',
    () => ({
      ...purposeAbove([clientPurpose], false),
      extendedKeyUsageOfIssuers: 'limits',
    }),
  ],
  [
    'an authority for any purpose, where purposes of issuers limit',
    'valid',
    () => ({
      ...purposeAbove([anyPurpose], false),
      extendedKeyUsageOfIssuers: 'limits',
    }),
  ],
  [
    'an authority for another purpose that it marks critical',
    'invalid',
    () => purposeAbove([clientPurpose], true),
  ],
  [
    'policy constraints that are not critical',
    'invalid',
    () => underMiddle({}, () => [policyConstraints({ explicit: 3 }, false)]),
  ],
  ['a serial number of 22 octets', 'invalid', () => serial(1, ...new Array<number>(21).fill(7))],
  ['a serial number of 20 octets', 'valid', () => serial(1, ...new Array<number>(19).fill(7))],
  ['the serial number 0', 'invalid', () => serial(0)],
  ['a negative serial number', 'invalid', () => serial(0x80, 1)],
];

const issuerAddress = Buffer.from('3015301306082b0601050507300282076578616d706c65', 'hex');

function purposeAbove(list: readonly string[], critical: boolean): SuiteCase {
  const middle = makeAuthority({ name: 'Middle', issuer: root, extensions: [purposes(list, critical)] });
  return {
    anchors: [root],
    between: [middle],
    leaf: leafOf(middle, { extensions: [purposes([serverPurpose])] }),
    extendedKeyUsage: serverPurpose,
  };
}

describe('certificates as public suites ask about them (RFC 5280 §4)', () => {
  for (const [what, expected, make] of rows)
    it(`${what}: ${expected}`, async () => {
      expect(await answer(make())).toBe(expected);
    });
});
