import { id_ce_subjectKeyIdentifier, Name, SubjectKeyIdentifier } from '@peculiar/asn1-x509';
import { describe, expect, it } from 'vitest';
import { alternativeNames, host, policies } from '../../../test/extensions.ts';
import { answer, type Row, type SuiteCase } from '../../../test/suite-case.ts';
import {
  ecKey,
  encodeParty,
  later,
  makeAuthority,
  makeParty,
  named,
  now,
  type Party,
} from '../../../test/workshop.ts';
import { extensionOf, keyIdentifier, publicHalf } from '../../certificate/encode-certificate.ts';
import { validateEncodedPath } from '../validate-encoded-path.ts';

const root = makeAuthority({ name: 'Root' });
const key = ecKey();
const emptyName = new Name([]);
const subjectKeyOf = (party: Party) =>
  extensionOf(
    id_ce_subjectKeyIdentifier,
    false,
    new SubjectKeyIdentifier(keyIdentifier(publicHalf(party.key))),
  );

/** Root, then an authority for each path length (null for none), then a holder. */
function lengths(...limits: readonly (number | null)[]): SuiteCase {
  const between: Party[] = [];
  for (const [index, limit] of limits.entries())
    between.push(
      makeAuthority({
        name: `Authority ${index}`,
        issuer: between.at(-1) ?? root,
        ...(limit === null ? {} : { pathLength: limit }),
      }),
    );
  return { anchors: [root], between, leaf: makeParty({ name: 'Leaf', issuer: between.at(-1) ?? root }) };
}

/** Two authorities that certify each other, and nobody else. */
function circle(first: string, second: string): SuiteCase {
  const [one, other] = [makeAuthority({ name: first }), makeAuthority({ name: second })];
  const oneByOther = makeAuthority({ name: first, key: one.key, issuer: other });
  const otherByOne = makeAuthority({ name: second, key: other.key, issuer: one });
  const leaf = makeParty({ name: 'Leaf', issuer: one });
  return { anchors: [root], between: [oneByOther, otherByOne], leaf };
}

/** Three authorities that all certify each other; one of them is the anchor, under the name of another issuer. */
function knot(): SuiteCase {
  const own = ['A', 'B', 'C'].map((name) => makeAuthority({ name, key: ecKey() }));
  const [a] = own;
  if (a === undefined) throw new Error('no authority');
  const cross = own.flatMap((subject) =>
    own
      .filter((issuer) => issuer !== subject)
      .map((issuer) => makeAuthority({ name: subject.name, key: subject.key, issuer })),
  );
  const below = own.map((issuer) => makeAuthority({ name: `${issuer.name}1`, issuer }));
  const [first = a] = below;
  const anchor = makeAuthority({
    name: 'A',
    key: a.key,
    issuerName: named('Somebody else'),
    anonymousKeys: true,
    extensions: [subjectKeyOf(a)],
  });
  const leaf = makeParty({ name: 'Leaf', issuer: first, extensions: [alternativeNames([host('a.jp')])] });
  return {
    anchors: [anchor],
    between: [...cross, ...below],
    leaf,
    peerNames: [{ kind: 'host', text: 'a.jp' }],
  };
}

const dated = (name: string, issuer: Party, from: number, to: number, authority = true): Party =>
  makeParty({ name, issuer, authority, notBefore: later(from), notAfter: later(to) });
const rootFor = (from: number, to: number) =>
  makeAuthority({ name: 'Root', notBefore: later(from), notAfter: later(to) });

function periods(
  [rootFrom, rootTo]: readonly [number, number],
  [from, to]: readonly [number, number],
  [leafFrom, leafTo]: readonly [number, number],
): SuiteCase {
  const anchor = rootFor(rootFrom, rootTo);
  const middle = dated('Middle', anchor, from, to);
  return { anchors: [anchor], between: [middle], leaf: dated('Leaf', middle, leafFrom, leafTo, false) };
}

const whole = [-9, 9] as const;
const at = (days: number, milliseconds: number): Date => new Date(later(days).getTime() + milliseconds);

const rows: readonly Row[] = [
  ['path length 0 above a holder', 'valid', () => lengths(0)],
  ['path length 1 above a holder', 'valid', () => lengths(1)],
  ['path length 2 above a holder', 'valid', () => lengths(2)],
  ['path length 0 above an authority with a holder', 'invalid', () => lengths(0, 0)],
  ['a path length that grows downwards', 'valid', () => lengths(1, 2)],
  ['a path length that is used up further down', 'invalid', () => lengths(1, 0, 0)],
  ['a growing path length that is used up all the same', 'invalid', () => lengths(1, 9, 9)],
  [
    'an authority in question below path length 0',
    'valid',
    () => {
      const first = makeAuthority({ name: 'First', issuer: root, pathLength: 0 });
      return {
        anchors: [root],
        between: [first],
        leaf: makeAuthority({ name: 'Second', issuer: first, pathLength: 0 }),
      };
    },
  ],
  [
    'a self-issued authority, which uses up no path length',
    'valid',
    () => {
      const old = makeAuthority({ name: 'Same', issuer: root, pathLength: 1 });
      const renewed = makeAuthority({ name: 'Same', issuer: old, pathLength: 1 });
      const last = makeAuthority({ name: 'Last', issuer: renewed, pathLength: 0 });
      return {
        anchors: [root],
        between: [old, renewed, last],
        leaf: makeParty({ name: 'Leaf', issuer: last }),
      };
    },
  ],
  [
    'a self-issued authority whose own path length is used up',
    'invalid',
    () => {
      const old = makeAuthority({ name: 'Same', issuer: root, pathLength: 1 });
      const renewed = makeAuthority({ name: 'Same', issuer: old, pathLength: 0 });
      const last = makeAuthority({ name: 'Last', issuer: renewed });
      return {
        anchors: [root],
        between: [old, renewed, last],
        leaf: makeParty({ name: 'Leaf', issuer: last }),
      };
    },
  ],
  [
    'an expired detour beside a short way',
    'valid',
    () => {
      const second = makeAuthority({ name: 'Second root' });
      const detour = makeAuthority({
        name: 'Root',
        key: root.key,
        issuer: second,
        pathLength: 1,
        notAfter: later(-100),
      });
      return { anchors: [root, second], between: [detour], leaf: makeParty({ name: 'Leaf', issuer: root }) };
    },
  ],
  ['two authorities in a circle', 'invalid', () => circle('One', 'Other')],
  [
    'two authorities in a circle, with a deep search',
    'invalid',
    () => ({
      ...circle('One', 'Other'),
      maximumIntermediates: 255,
    }),
  ],
  ['one authority in a circle with itself under two keys', 'invalid', () => circle('Same', 'Same')],
  ['a knot of cross-certificates around the anchor', 'valid', knot],
  [
    'a root that is only sent along',
    'invalid',
    () => {
      const foreign = makeAuthority({ name: 'Foreign' });
      const middle = makeAuthority({ name: 'Middle', issuer: foreign });
      return {
        anchors: [root],
        between: [foreign, middle],
        leaf: makeParty({ name: 'Leaf', issuer: middle }),
      };
    },
  ],
  [
    'an anchor that another authority certified',
    'valid',
    () => {
      const middle = makeAuthority({ name: 'Middle', issuer: root });
      return { anchors: [middle], between: [root], leaf: makeParty({ name: 'Leaf', issuer: middle }) };
    },
  ],
  [
    'an anchor that another authority certified without saying by which key',
    'invalid',
    () => {
      const middle = makeAuthority({
        name: 'Middle',
        issuer: root,
        anonymousKeys: true,
        extensions: [subjectKeyOf(root)],
      });
      return { anchors: [middle], leaf: makeParty({ name: 'Leaf', issuer: middle }) };
    },
  ],
  [
    'an authority in question',
    'valid',
    () => ({
      anchors: [root],
      leaf: makeAuthority({ name: 'Middle', issuer: root, extensions: [alternativeNames([host('ca.jp')])] }),
      peerNames: [{ kind: 'host', text: 'ca.jp' }],
    }),
  ],
  [
    'an authority in question with another name than expected',
    'invalid',
    () => ({
      anchors: [root],
      leaf: makeAuthority({ name: 'Middle', issuer: root, extensions: [alternativeNames([host('ca.jp')])] }),
      peerNames: [{ kind: 'host', text: 'other.jp' }],
    }),
  ],
  [
    'one of two ways of which the other is forbidden by names',
    'valid',
    () => {
      const other = makeAuthority({ name: 'Root', key: ecKey() });
      const name = 'Twice certified';
      const bad = makeAuthority({ name, key, issuer: other });
      const good = makeAuthority({ name, key, issuer: root });
      return { anchors: [root], between: [bad, good], leaf: makeParty({ name: 'Leaf', issuer: good }) };
    },
  ],
  [
    'an issuer without a name',
    'invalid',
    () => ({
      anchors: [root],
      leaf: makeParty({ name: 'Leaf', issuer: root, issuerName: emptyName }),
    }),
  ],
  [
    'an anchor without a name',
    'invalid',
    () => {
      const nameless = makeAuthority({ name: '', subject: emptyName, issuerName: named('Root') });
      return { anchors: [nameless], leaf: makeParty({ name: 'Leaf', issuer: nameless }) };
    },
  ],
  ['an expired root', 'invalid', () => periods([-9, -1], whole, whole)],
  ['an expired authority', 'invalid', () => periods(whole, [-9, -1], whole)],
  ['an expired holder', 'invalid', () => periods(whole, whole, [-9, -1])],
  ['the first second of validity', 'valid', () => ({ ...periods([0, 9], [0, 9], [0, 9]), at: now })],
  [
    'a millisecond before the first second',
    'invalid',
    () => ({ ...periods([0, 9], [0, 9], [0, 9]), at: at(0, -1) }),
  ],
  ['the last second of validity', 'valid', () => ({ ...periods([-9, 0], [-9, 0], [-9, 0]), at: now })],
  [
    'a moment within the last second',
    'valid',
    () => ({ ...periods([-9, 0], [-9, 0], [-9, 0]), at: at(0, 5) }),
  ],
  [
    'the second after the last',
    'invalid',
    () => ({ ...periods([-9, 0], [-9, 0], [-9, 0]), at: at(0, 1000) }),
  ],
];

describe('paths as public suites ask about them (RFC 5280 §6.1)', () => {
  for (const [what, expected, make] of rows)
    it(`${what}: ${expected}`, async () => {
      expect(await answer(make())).toBe(expected);
    });
});

describe('paths that are made to exhaust', () => {
  async function spent(question: SuiteCase): Promise<number> {
    const before = performance.now();
    expect(await answer(question)).toBe('invalid');
    return performance.now() - before;
  }

  it('of hundreds of authorities with one name and one key each, or one key for all, end soon', async () => {
    const foreign = makeAuthority({ name: 'Foreign' });
    const alike = Array.from({ length: 200 }, () => makeAuthority({ name: 'Middle', key, issuer: foreign }));
    const apart = Array.from({ length: 100 }, () => makeAuthority({ name: 'Middle', issuer: foreign }));
    const [one = root] = alike;
    const leaf = makeParty({ name: 'Leaf', issuer: one });
    expect(await spent({ anchors: [root], between: [...alike, ...apart], leaf })).toBeLessThan(3000);
  });

  it('of a long chain end at the limit of intermediates', async () => {
    const question = lengths(...new Array<null>(40).fill(null));
    expect(await spent(question)).toBeLessThan(3000);
    expect(await answer({ ...question, maximumIntermediates: 40 })).toBe('valid');
  });

  it('of policies that cross at every step end soon, whatever they come to', async () => {
    const many = Array.from({ length: 60 }, (_, index) => `1.2.392.9.${index}`);
    const between: Party[] = [];
    for (let depth = 0; depth < 8; depth += 1)
      between.push(
        makeAuthority({
          name: `Step ${depth}`,
          issuer: between.at(-1) ?? root,
          extensions: [policies(...many)],
        }),
      );
    const leaf = makeParty({ name: 'Leaf', issuer: between.at(-1) ?? root, extensions: [policies('1.2.3')] });
    const question = { anchors: [root], between, leaf, policies: { requireExplicit: true } };
    expect(await spent(question)).toBeLessThan(3000);
  });

  it('of encodings that nest or never end are not read', async () => {
    const nested = Buffer.concat([...new Array<Buffer>(5000).fill(Buffer.from([0x30, 0x80]))]);
    const large = Buffer.alloc(200_000, 0x30);
    for (const octets of [nested, large]) {
      const { status } = await validateEncodedPath({
        certificates: [octets],
        anchors: [root.certificate.der],
        at: now,
      });
      expect(status).toBe('rejected');
    }
  });

  it('of an authority whose key is none are not followed', async () => {
    const { der } = encodeParty({ name: 'Middle', issuer: root });
    const broken = Buffer.from(der);
    const point = broken.indexOf(Buffer.from('03420004', 'hex'));
    expect(point).toBeGreaterThan(0);
    broken[point + 3] = 0x09;
    const leaf = makeParty({ name: 'Leaf', issuer: makeAuthority({ name: 'Middle', issuer: root }) });
    expect(await answer({ anchors: [root], between: [{ der: broken }], leaf })).toBe('invalid');
  });
});
