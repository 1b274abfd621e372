import { Name } from '@peculiar/asn1-x509';
import { describe, expect, it } from 'vitest';
import {
  address,
  alternativeNames,
  directory,
  host,
  mail,
  nameConstraints,
  rawExtension,
  type Trees,
} from '../../../test/extensions.ts';
import { answer, type Row, type SuiteCase } from '../../../test/suite-case.ts';
import {
  ecKey,
  encodeParty,
  makeAuthority,
  makeParty,
  named,
  type Party,
  type PartyOptions,
} from '../../../test/workshop.ts';

const plain = makeAuthority({ name: 'Root' });
const key = ecKey();
const narrow = (trees: Trees, critical = true) =>
  encodeParty({ name: 'Root', key, authority: true, extensions: [nameConstraints(trees, critical)] });
const rootParty = makeAuthority({ name: 'Root', key });
const called = (names: Parameters<typeof alternativeNames>[0], more: Partial<PartyOptions> = {}) =>
  makeParty({ name: 'Leaf', issuer: rootParty, key, extensions: [alternativeNames(names)], ...more });

/** A root with these constraints and a leaf with these names. */
const direct = (
  trees: Trees,
  names: Parameters<typeof alternativeNames>[0],
  more: Partial<PartyOptions> = {},
): SuiteCase => ({ anchors: [narrow(trees)], leaf: called(names, more) });

function below(issuer: Party, name: string, trees?: Trees, names?: Parameters<typeof alternativeNames>[0]) {
  return makeAuthority({
    name,
    issuer,
    extensions: [
      ...(trees === undefined ? [] : [nameConstraints(trees)]),
      ...(names === undefined ? [] : [alternativeNames(names)]),
    ],
  });
}

/** Root, two authorities with constraints or names, leaf. */
function chained(
  first: readonly [trees?: Trees | undefined, names?: Parameters<typeof alternativeNames>[0]],
  second: readonly [trees?: Trees | undefined, names?: Parameters<typeof alternativeNames>[0]],
  names: Parameters<typeof alternativeNames>[0],
  trees?: Trees,
): SuiteCase {
  const upper = below(rootParty, 'Upper', ...first);
  const lower = below(upper, 'Lower', ...second);
  return {
    anchors: [trees === undefined ? rootParty : narrow(trees)],
    between: [upper, lower],
    leaf: called(names, { issuer: lower }),
  };
}

const v4Net = address(192, 0, 2, 0, 255, 255, 255, 0);
const v6 = [...new Array<number>(15).fill(0), 1];
const v6Net = address(...v6, ...new Array<number>(16).fill(255));
const foo = directory(named('foo'));
const strange = rawExtension('2.5.29.17', false, Buffer.from('301080010260', 'hex'));

const otherName = (() => {
  const type = Buffer.from('06082b06010401867d01', 'hex');
  const value = Buffer.concat([type, Buffer.from('a0020500', 'hex')]);
  return Buffer.concat([Buffer.from([0xa0, value.length]), value]);
})();
const sequence = (...parts: readonly Buffer[]) => {
  const contents = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([0x30, contents.length]), contents]);
};
/** Excludes one kind of otherName and permits example.com. */
const excludesOther = () => {
  const tree = sequence(otherName);
  const dns = sequence(Buffer.concat([Buffer.from([0x82, 11]), Buffer.from('example.com')]));
  const part = (tag: number, contents: Buffer) =>
    Buffer.concat([Buffer.from([tag, contents.length]), contents]);
  return makeAuthority({
    name: 'Upper',
    issuer: plain,
    extensions: [rawExtension('2.5.29.30', true, sequence(part(0xa0, dns), part(0xa1, tree)))],
  });
};
const dnsBytes = Buffer.concat([Buffer.from([0x82, 11]), Buffer.from('example.com')]);
const underOther = (withIt: boolean): SuiteCase => {
  const upper = excludesOther();
  const names = rawExtension('2.5.29.17', false, sequence(dnsBytes, ...(withIt ? [otherName] : [])));
  return {
    anchors: [plain],
    between: [upper],
    leaf: makeParty({ name: 'Leaf', issuer: upper, extensions: [names] }),
  };
};

const permit = (...permitted: NonNullable<Trees['permitted']>): Trees => ({ permitted });
const exclude = (...excluded: NonNullable<Trees['excluded']>): Trees => ({ excluded });

const rows: readonly Row[] = [
  [
    'a host beside the permitted one',
    'invalid',
    () => direct(permit(host('example.com')), [host('not-example.com')]),
  ],
  ['the permitted host', 'valid', () => direct(permit(host('example.com')), [host('example.com')])],
  ['a host two labels below', 'valid', () => direct(permit(host('example.com')), [host('a.b.example.com')])],
  ['an excluded host', 'invalid', () => direct(exclude(host('example.com')), [host('example.com')])],
  [
    'an excluded host that stands second',
    'invalid',
    () => direct(exclude(host('no.example.com')), [host('example.com'), host('no.example.com')]),
  ],
  [
    'a host permitted and excluded',
    'invalid',
    () =>
      direct({ permitted: [host('example.com')], excluded: [host('example.com')] }, [host('example.com')]),
  ],
  [
    'constraints that are not critical',
    'invalid',
    () => ({
      anchors: [narrow(permit(host('example.com')), false)],
      leaf: called([host('example.com')]),
    }),
  ],
  ['an address outside the network', 'invalid', () => direct(permit(v4Net), [address(192, 0, 3, 1)])],
  ['an address within the network', 'valid', () => direct(permit(v4Net), [address(192, 0, 2, 1)])],
  ['an address in an excluded network', 'invalid', () => direct(exclude(v4Net), [address(192, 0, 2, 1)])],
  ['the permitted IPv6 address', 'valid', () => direct(permit(v6Net), [address(...v6)])],
  ['the excluded IPv6 address', 'invalid', () => direct(exclude(v6Net), [address(...v6)])],
  ['a network among the names', 'invalid', () => direct(permit(v4Net), [v4Net, address(192, 0, 2, 1)])],
  ['a constraint of another kind that permits', 'valid', () => direct(permit(v4Net), [host('example.com')])],
  [
    'a constraint of another kind that excludes',
    'valid',
    () => direct(exclude(v4Net), [host('example.com')]),
  ],
  [
    'a subject beside the permitted one',
    'invalid',
    () => direct(permit(foo), [foo], { subject: named('not-foo') }),
  ],
  [
    'a directory name beside the permitted one',
    'invalid',
    () => direct(permit(foo), [directory(named('not-foo'))], { subject: named('foo') }),
  ],
  [
    'subject and directory name as permitted',
    'valid',
    () => direct(permit(foo), [foo], { subject: named('foo') }),
  ],
  [
    'an excluded subject',
    'invalid',
    () => direct(exclude(foo), [directory(named('not-foo'))], { subject: named('foo') }),
  ],
  ['a tree with a star', 'invalid', () => direct(permit(host('*.example.com')), [host('a.example.com')])],
  [
    'a tree of hosts with a leading period',
    'invalid',
    () => direct(permit(host('.example.com')), [host('a.example.com')]),
  ],
  [
    'an IPv4 tree without a mask',
    'invalid',
    () => direct(permit(address(127, 0, 0, 1)), [address(127, 0, 0, 1)]),
  ],
  ['an IPv6 tree without a mask', 'invalid', () => direct(permit(address(...v6)), [address(...v6)])],
  [
    'a tree of a mailbox with two dividing signs',
    'invalid',
    () => direct(permit(mail('a@b@example.com')), [mail('b@example.com')]),
  ],
  [
    'a host with a leading period',
    'invalid',
    () => direct(permit(host('example.com')), [host('.example.com'), host('a.example.com')]),
  ],
  [
    'a mailbox with two dividing signs',
    'invalid',
    () => direct(permit(mail('example.com')), [mail('a@example.com'), mail('a@b@example.com')]),
  ],
  ['the permitted mailbox', 'valid', () => direct(permit(mail('a@example.com')), [mail('a@example.com')])],
  [
    'a mailbox at the permitted host',
    'valid',
    () => direct(permit(mail('example.com')), [mail('a@example.com')]),
  ],
  [
    'constraints in a holder’s certificate, critical',
    'invalid',
    () => ({
      anchors: [plain],
      leaf: makeParty({
        name: 'L',
        issuer: plain,
        extensions: [nameConstraints(permit(host('example.com')))],
      }),
    }),
  ],
  [
    'constraints in a holder’s certificate, not critical',
    'invalid',
    () => ({
      anchors: [plain],
      leaf: makeParty({
        name: 'L',
        issuer: plain,
        extensions: [nameConstraints(permit(host('example.com')), false)],
      }),
    }),
  ],
  [
    'an authority whose own name the one above excludes',
    'invalid',
    () =>
      chained(
        [{ permitted: [host('p.jp')], excluded: [host('f.jp')] }],
        [undefined, [host('f.jp')]],
        [host('p.jp')],
      ),
  ],
  [
    'an authority whose own name the root excludes',
    'invalid',
    () =>
      chained([], [undefined, [host('f.jp')]], [host('p.jp')], {
        permitted: [host('p.jp')],
        excluded: [host('f.jp')],
      }),
  ],
  [
    'a name that the lower authority no longer permits',
    'invalid',
    () => chained([permit(host('f.jp'), host('b.jp'))], [permit(host('b.jp'))], [host('f.jp')]),
  ],
  [
    'a name that only the lower authority permits',
    'invalid',
    () => chained([permit(host('b.jp'))], [permit(host('f.jp'), host('b.jp'))], [host('f.jp')]),
  ],
  ['an excluded otherName that nobody reads', 'invalid', () => underOther(true)],
  ['an excluded otherName that does not appear', 'valid', () => underOther(false)],
  [
    'a star over an excluded host',
    'invalid',
    () =>
      direct({ permitted: [host('example.com')], excluded: [host('bar.example.com')] }, [
        host('*.example.com'),
      ]),
  ],
  [
    'a star wider than the permitted host',
    'invalid',
    () => direct(permit(host('foo.example.com')), [host('*.example.com')]),
  ],
  [
    'alternative names that are no DER',
    'invalid',
    () => ({
      anchors: [plain],
      leaf: encodeParty({ name: 'L', issuer: plain, extensions: [strange] }),
    }),
  ],
  [
    'no subject, and alternative names that are not critical',
    'invalid',
    () => ({
      anchors: [plain],
      leaf: makeParty({
        name: 'L',
        issuer: plain,
        subject: new Name([]),
        extensions: [alternativeNames([host('example.com')])],
      }),
    }),
  ],
  [
    'no subject, and alternative names that are critical',
    'valid',
    () => ({
      anchors: [plain],
      leaf: makeParty({
        name: 'L',
        issuer: plain,
        subject: new Name([]),
        extensions: [alternativeNames([host('example.com')], true)],
      }),
      peerNames: [{ kind: 'host', text: 'example.com' }],
    }),
  ],
  [
    'a name in letters outside ASCII',
    'invalid',
    () => {
      const text = Buffer.from('😜.example.com');
      return {
        anchors: [plain],
        leaf: encodeParty({
          name: 'L',
          issuer: plain,
          extensions: [
            rawExtension(
              '2.5.29.17',
              false,
              sequence(Buffer.concat([Buffer.from([0x82, text.length]), text])),
            ),
          ],
        }),
      };
    },
  ],
  [
    'a self-issued authority outside the permitted names',
    'valid',
    () => {
      const old = makeAuthority({ name: 'not.jp', key });
      const anchor = encodeParty({
        name: 'not.jp',
        key,
        authority: true,
        extensions: [nameConstraints(permit(host('example.com')))],
      });
      const renewed = makeAuthority({
        name: 'not.jp',
        issuer: old,
        extensions: [alternativeNames([host('not.jp')])],
      });
      return {
        anchors: [anchor],
        between: [renewed],
        leaf: makeParty({
          name: 'L',
          issuer: renewed,
          extensions: [alternativeNames([host('example.com')])],
        }),
      };
    },
  ],
  [
    'a self-issued holder outside the permitted names',
    'invalid',
    () => {
      const upper = makeAuthority({ name: 'not.jp', issuer: rootParty });
      return {
        anchors: [narrow(permit(host('example.com')))],
        between: [upper],
        leaf: makeParty({ name: 'not.jp', issuer: upper, extensions: [alternativeNames([host('not.jp')])] }),
      };
    },
  ],
];

describe('names as public suites ask about them (RFC 5280 §4.2.1.6, §4.2.1.10)', () => {
  for (const [what, expected, make] of rows)
    it(`${what}: ${expected}`, async () => {
      expect(await answer(make())).toBe(expected);
    });
});
