import {
  AuthorityKeyIdentifier,
  DistributionPointName,
  type Extension,
  IssuingDistributionPoint,
  id_ce_authorityKeyIdentifier,
  id_ce_issuingDistributionPoint,
  KeyUsageFlags,
  type Name,
  Reason,
  ReasonFlags,
  RelativeDistinguishedName,
} from '@peculiar/asn1-x509';
import { describe, expect, it } from 'vitest';
import { distributionPoints, host, type Point, uri } from '../../../test/extensions.ts';
import { answer, pem, type Row, type SuiteCase } from '../../../test/suite-case.ts';
import {
  ecKey,
  later,
  makeAuthority,
  makeParty,
  named,
  now,
  type Party,
  strangeExtension,
} from '../../../test/workshop.ts';
import { extensionOf, keyIdentifier, publicHalf } from '../../certificate/encode-certificate.ts';
import {
  encodeRevocationList,
  type RevocationListContents,
} from '../../revocation/encode-revocation-list.ts';
import { validateEncodedPath } from '../validate-encoded-path.ts';

const root = makeAuthority({ name: 'Root' });
const address = 'http://example.jp/part.crl';
/** A holder whose lists are at these points, or at none. */
const holderAt = (...points: readonly Point[]): Party =>
  makeParty({
    name: 'Leaf',
    issuer: root,
    anonymousKeys: true,
    extensions: [
      extensionOf(
        id_ce_authorityKeyIdentifier,
        false,
        new AuthorityKeyIdentifier({ keyIdentifier: keyIdentifier(publicHalf(root.key)) }),
      ),
      ...(points.length === 0 ? [] : [distributionPoints(...points)]),
    ],
  });
const leaf = holderAt();
const leafAt = holderAt({ names: [uri(address)] });

const line = (serialNumber: string, at = later(-1), extensions: readonly Extension[] = []) =>
  ({ serialNumber, at, reason: 'unspecified', extensions }) as const;
const other = line('0badcafe');
const revoked = ({ certificate }: Party, at?: Date, extensions?: readonly Extension[]) =>
  line(certificate.serialNumber, at, extensions);

function list(
  signer: { readonly subject: Name; readonly key: Party['key'] },
  contents: Partial<RevocationListContents> = {},
): string {
  return pem(
    encodeRevocationList({
      issuer: signer.subject,
      issuerKey: signer.key,
      thisUpdate: later(-1),
      nextUpdate: later(30),
      entries: [other],
      ...contents,
    }),
    'X509 CRL',
  );
}

const scope = (point: Partial<IssuingDistributionPoint>): readonly Extension[] => [
  extensionOf(id_ce_issuingDistributionPoint, true, new IssuingDistributionPoint(point)),
];
const at = (...names: readonly string[]) => new DistributionPointName({ fullName: names.map(uri) });

const asked = (lists: readonly string[], who: Party = leaf): SuiteCase => ({
  anchors: [root],
  leaf: who,
  lists,
});

function withMiddle(rootList: string): SuiteCase {
  const middle = makeAuthority({ name: 'Middle', issuer: root });
  return {
    anchors: [root],
    between: [middle],
    leaf: makeParty({ name: 'Leaf', issuer: middle }),
    lists: [rootList, list(middle)],
  };
}

function signedBy(uses: number | null): SuiteCase {
  const anchor = makeAuthority({ name: 'Root', uses });
  return { anchors: [anchor], leaf: makeParty({ name: 'Leaf', issuer: anchor }), lists: [list(anchor)] };
}

const { keyCertSign, cRLSign } = KeyUsageFlags;

const rows: readonly Row[] = [
  ['a holder on the list', 'invalid', () => asked([list(root, { entries: [other, revoked(leaf)] })])],
  ['a holder who is not on the list', 'valid', () => asked([list(root)])],
  ['an empty list', 'valid', () => asked([list(root, { entries: [] })])],
  [
    'a list of ten thousand others',
    'valid',
    () =>
      asked([
        list(root, {
          entries: Array.from({ length: 10_000 }, (_, index) => line((0x70000000 + index).toString(16))),
        }),
      ]),
  ],
  [
    'the holder’s number on another authority’s list',
    'valid',
    () => {
      const second = makeAuthority({ name: 'Second' });
      const lists = [list(root), list(second, { entries: [revoked(leaf)] })];
      return { anchors: [root, second], leaf, lists };
    },
  ],
  ['no list', 'invalid', () => asked([])],
  [
    'a list signed by nobody who is known',
    'invalid',
    () => asked([list({ subject: root.subject, key: ecKey() })]),
  ],
  [
    'a list in the name of one anchor, signed by another',
    'invalid',
    () => {
      const second = makeAuthority({ name: 'Second' });
      return { anchors: [root, second], leaf, lists: [list({ subject: root.subject, key: second.key })] };
    },
  ],
  ['a list by an authority that may not sign lists', 'invalid', () => signedBy(keyCertSign)],
  ['a list by an authority that may', 'valid', () => signedBy(keyCertSign | cRLSign)],
  ['a list by an authority that names no use of its key', 'valid', () => signedBy(null)],
  [
    'a list with a critical extension that nobody knows',
    'invalid',
    () => asked([list(root, { extensions: [strangeExtension(true)] })]),
  ],
  [
    'a list with an extension that nobody knows, not critical',
    'valid',
    () => asked([list(root, { extensions: [strangeExtension(false)] })]),
  ],
  [
    'a line with a critical extension that nobody knows',
    'invalid',
    () => asked([list(root, { entries: [revoked(leaf, later(-1), [strangeExtension(true)])] })]),
  ],
  [
    'a line with an extension that nobody knows, not critical',
    'invalid',
    () => asked([list(root, { entries: [revoked(leaf, later(-1), [strangeExtension(false)])] })]),
  ],
  ['a list that names somebody twice', 'invalid', () => asked([list(root, { entries: [other, other] })])],
  ['a list from the future', 'invalid', () => asked([list(root, { thisUpdate: later(1) })])],
  [
    'a list that is over',
    'invalid',
    () => asked([list(root, { thisUpdate: later(-60), nextUpdate: later(-30) })]),
  ],
  [
    'a revocation that lies in the future',
    'invalid',
    () => asked([list(root, { entries: [revoked(leaf, later(1))] })]),
  ],
  [
    'a revocation from before the certificate',
    'invalid',
    () => asked([list(root, { entries: [revoked(leaf, later(-900))] })]),
  ],
  [
    'a list of another point than the certificate names',
    'invalid',
    () =>
      asked(
        [list(root, { extensions: scope({ distributionPoint: at('http://example.jp/other.crl') }) })],
        leafAt,
      ),
  ],
  [
    'a list of the point that the certificate names',
    'valid',
    () => asked([list(root, { extensions: scope({ distributionPoint: at(address) }) })], leafAt),
  ],
  [
    'a list of a point whose name is only written otherwise',
    'invalid',
    () =>
      asked(
        [list(root, { extensions: scope({ distributionPoint: at('http://example.jp/%70art.crl') }) })],
        leafAt,
      ),
  ],
  [
    'a list of a point for a certificate that names none',
    'invalid',
    () => asked([list(root, { extensions: scope({ distributionPoint: at(address) }) })]),
  ],
  [
    'a list of a point by a relative name for a certificate that names none',
    'invalid',
    () => {
      const [relative] = named('part');
      return asked([
        list(root, {
          extensions: scope({
            distributionPoint: new DistributionPointName({
              nameRelativeToCRLIssuer: new RelativeDistinguishedName([...(relative ?? [])]),
            }),
          }),
        }),
      ]);
    },
  ],
  [
    'a list of holders for an authority',
    'invalid',
    () => withMiddle(list(root, { extensions: scope({ onlyContainsUserCerts: true }) })),
  ],
  [
    'a list of authorities for an authority',
    'valid',
    () => withMiddle(list(root, { extensions: scope({ onlyContainsCACerts: true }) })),
  ],
  [
    'a list of authorities for a holder',
    'invalid',
    () => asked([list(root, { extensions: scope({ onlyContainsCACerts: true }) })]),
  ],
  [
    'a list of attribute certificates',
    'invalid',
    () => asked([list(root, { extensions: scope({ onlyContainsAttributeCerts: true }) })]),
  ],
  [
    'a list of some reasons alone',
    'invalid',
    () =>
      asked(
        [
          list(root, {
            extensions: scope({
              distributionPoint: at(address),
              onlySomeReasons: new Reason(ReasonFlags.keyCompromise),
            }),
          }),
        ],
        leafAt,
      ),
  ],
  // The Baseline Requirements forbid what follows; RFC 5280 allows it, and JPKI names its points by directory names.
  [
    'a point that has another name beside its address',
    'valid',
    () =>
      asked(
        [list(root, { extensions: scope({ distributionPoint: at(address) }) })],
        holderAt({ names: [uri(address), host('example.jp')] }),
      ),
  ],
  [
    'a list that calls itself indirect and is direct',
    'valid',
    () =>
      asked(
        [list(root, { extensions: scope({ distributionPoint: at(address), indirectCRL: true }) })],
        leafAt,
      ),
  ],
];

describe('lists as public suites ask about them (RFC 5280 §5, §6.3)', () => {
  for (const [what, expected, make] of rows)
    it(`${what}: ${expected}`, async () => {
      expect(await answer(make())).toBe(expected);
    });

  it('a list that cannot be read decides nothing, be the certificate on it or not', async () => {
    const { status, reasons } = await validateEncodedPath({
      certificates: [leaf.certificate.der],
      anchors: [root.certificate.der],
      at: now,
      lists: [Uint8Array.of(0x30, 3, 2, 1, 9)],
    });
    expect([status, reasons.at(-1)?.code]).toEqual(['undetermined', 'revocation-list-malformed']);
  });
});
