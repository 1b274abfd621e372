import type { GeneralName } from '@peculiar/asn1-x509';
import { describe, expect, it } from 'vitest';
import {
  address,
  alternativeNames,
  directory,
  host,
  mail,
  nameConstraints,
  rawExtension,
  registered,
  type Trees,
  uri,
} from '../../../test/extensions.ts';
import { makeAuthority, makeParty, now, type Party } from '../../../test/workshop.ts';
import { der } from '../../certificate/der-writer.ts';
import { nameOf } from '../../certificate/encode-certificate.ts';
import { validatePath } from '../validate-path.ts';

const root = makeAuthority({ name: 'Root' });
const country = ['2.5.4.6', 'JP'] as const;
const organisation = (text: string) => ['2.5.4.10', text] as const;
const unit = (text: string) => ['2.5.4.11', text] as const;
const mailAttribute = (text: string) => ['1.2.840.113549.1.9.1', text] as const;

async function judged(leaf: Party, issuers: readonly Party[], anchor: Party = root): Promise<string> {
  const outcome = await validatePath({
    certificate: leaf.certificate,
    intermediates: issuers.map(({ certificate }) => certificate),
    anchors: [anchor.certificate],
    at: now,
    keyUsage: 'digitalSignature',
  });
  return [outcome.status, outcome.reasons[0]?.code].filter(Boolean).join(' ');
}

/** A certificate with these alternative names below an authority with these trees. */
async function under(trees: Trees, names: readonly GeneralName[]): Promise<string> {
  const issuer = makeAuthority({ name: 'Narrow', issuer: root, extensions: [nameConstraints(trees)] });
  const leaf = makeParty({ name: 'Holder', issuer, extensions: [alternativeNames(names)] });
  return judged(leaf, [issuer]);
}

const refused = 'rejected name-not-permitted';

describe('name constraints of each kind', () => {
  const cases: readonly (readonly [what: string, trees: Trees, names: GeneralName[], expected: string])[] = [
    ['a host that is the tree', { permitted: [host('example.jp')] }, [host('example.jp')], 'verified'],
    [
      'a host below the tree, in other case',
      { permitted: [host('example.jp')] },
      [host('A.b.Example.JP')],
      'verified',
    ],
    [
      'a host that only ends like the tree',
      { permitted: [host('example.jp')] },
      [host('notexample.jp')],
      refused,
    ],
    ['a wildcard below the tree', { permitted: [host('example.jp')] }, [host('*.example.jp')], 'verified'],
    [
      'a wildcard wider than the tree',
      { permitted: [host('a.example.jp')] },
      [host('*.example.jp')],
      refused,
    ],
    [
      'a wildcard over an excluded host',
      { excluded: [host('a.example.jp')] },
      [host('*.example.jp')],
      refused,
    ],
    [
      'a host outside an excluded tree',
      { excluded: [host('a.example.jp')] },
      [host('b.example.jp')],
      'verified',
    ],
    ['a host below an excluded tree', { excluded: [host('example.jp')] }, [host('b.example.jp')], refused],
    [
      'a host that is none, where hosts are constrained',
      { excluded: [host('a.jp')] },
      [host('b .jp')],
      refused,
    ],
    ['the empty tree, which holds every host', { permitted: [host('')] }, [host('anything.jp')], 'verified'],
    ['one bad host among good ones', { permitted: [host('a.jp')] }, [host('a.jp'), host('b.jp')], refused],
    [
      'a permitted host that is excluded too',
      { permitted: [host('a.jp')], excluded: [host('b.a.jp')] },
      [host('b.a.jp')],
      refused,
    ],
    ['every mailbox, which the empty tree excludes', { excluded: [mail('')] }, [mail('x@a.jp')], refused],
    ['every URI, which the empty tree excludes', { excluded: [uri('')] }, [uri('https://a.jp/')], refused],
    ['another kind than is constrained', { permitted: [host('a.jp')] }, [mail('x@b.jp')], 'verified'],

    ['a mailbox on the host', { permitted: [mail('example.jp')] }, [mail('x@EXAMPLE.jp')], 'verified'],
    ['a mailbox below the host', { permitted: [mail('example.jp')] }, [mail('x@a.example.jp')], refused],
    ['a mailbox below a domain', { permitted: [mail('.example.jp')] }, [mail('x@a.example.jp')], 'verified'],
    ['a mailbox on the domain itself', { permitted: [mail('.example.jp')] }, [mail('x@example.jp')], refused],
    ['the very mailbox', { permitted: [mail('Hanako@example.jp')] }, [mail('Hanako@example.jp')], 'verified'],
    [
      'a mailbox whose local part differs in case',
      { permitted: [mail('Hanako@example.jp')] },
      [mail('hanako@example.jp')],
      refused,
    ],
    ['an excluded mailbox', { excluded: [mail('.example.jp')] }, [mail('x@a.example.jp')], refused],
    ['a mailbox without a host', { excluded: [mail('example.jp')] }, [mail('nobody')], refused],

    [
      'a URI on the host',
      { permitted: [uri('www.example.jp')] },
      [uri('https://u@WWW.example.jp:8443/x@y')],
      'verified',
    ],
    ['a URI below the host', { permitted: [uri('example.jp')] }, [uri('https://www.example.jp/')], refused],
    [
      'a URI below a domain',
      { permitted: [uri('.example.jp')] },
      [uri('ldap://a.b.example.jp/cn=x')],
      'verified',
    ],
    [
      'a URI that hides its host behind a user',
      { permitted: [uri('good.jp')] },
      [uri('https://good.jp@evil.jp/')],
      refused,
    ],
    ['a URI without a host', { excluded: [uri('example.jp')] }, [uri('urn:isbn:1')], refused],
    ['a URI of an address', { excluded: [uri('example.jp')] }, [uri('https://192.0.2.1/')], refused],

    [
      'an address of the network',
      { permitted: [address(192, 0, 2, 0, 255, 255, 255, 0)] },
      [address(192, 0, 2, 77)],
      'verified',
    ],
    [
      'an address beside the network',
      { permitted: [address(192, 0, 2, 0, 255, 255, 255, 0)] },
      [address(192, 0, 3, 77)],
      refused,
    ],
    [
      'an excluded address',
      { excluded: [address(192, 0, 2, 0, 255, 255, 255, 0)] },
      [address(192, 0, 2, 1)],
      refused,
    ],
    [
      'an IPv6 address where IPv4 is permitted',
      { permitted: [address(192, 0, 2, 0, 255, 255, 255, 0)] },
      [address(...new Uint8Array(16))],
      refused,
    ],
    [
      'an IPv6 address of its network',
      { permitted: [address(0x20, 1, ...new Array(14).fill(0), 0xff, 0xff, ...new Array(14).fill(0))] },
      [address(0x20, 1, ...new Array(14).fill(9))],
      'verified',
    ],

    [
      'a kind without rules that is constrained',
      { permitted: [registered('1.2.3')] },
      [registered('1.2.3')],
      refused,
    ],
    [
      'a kind without rules that does not appear',
      { permitted: [registered('1.2.3')] },
      [host('a.jp')],
      'verified',
    ],
  ];
  for (const [what, trees, names, expected] of cases)
    it(`${expected === 'verified' ? 'accepts' : 'rejects'} ${what}`, async () => {
      expect(await under(trees, names)).toBe(expected);
    });
});

it('rejects an address of five octets where addresses are constrained', async () => {
  const issuer = makeAuthority({
    name: 'Narrow',
    issuer: root,
    extensions: [nameConstraints({ excluded: [address(192, 0, 2, 0, 255, 255, 255, 0)] })],
  });
  const five = der(0x30, der(0x87, Uint8Array.of(1, 2, 3, 4, 5)));
  const leaf = makeParty({ name: 'x', issuer, extensions: [rawExtension('2.5.29.17', false, five)] });
  expect(await judged(leaf, [issuer])).toBe(refused);
});

it('refuses an authority whose constraints are none of their kind, rather than letting them exclude nothing', () => {
  const gaps = der(0x30, der(0xa1, der(0x30, der(0x87, Uint8Array.of(1, 2, 3, 4, 255, 0, 255, 0)))));
  const broken = [
    ...[host('.a.jp'), host('*.a.jp'), mail('@a.jp'), mail('a b'), uri('https://a.jp/')].map((tree) =>
      nameConstraints({ excluded: [tree] }),
    ),
    rawExtension('2.5.29.30', true, gaps),
  ];
  for (const extension of broken)
    expect(() => makeAuthority({ name: 'Broken', issuer: root, extensions: [extension] })).toThrow(
      /a tree of|network mask/,
    );
});

describe('name constraints on directory names', () => {
  const tree = nameOf([country, organisation('Hospital')]);
  const narrow = makeAuthority({
    name: 'Narrow',
    issuer: root,
    extensions: [nameConstraints({ permitted: [directory(tree)] })],
  });
  const leafCalled = (subject: Parameters<typeof nameOf>[0]) =>
    judged(makeParty({ name: 'x', subject: nameOf(subject), issuer: narrow }), [narrow]);

  it('accepts a subject below the tree, whatever its case, white space and string type', async () => {
    expect(await leafCalled([country, organisation('  HOSPITAL '), unit('病棟')])).toBe('verified');
  });

  it('rejects a subject beside the tree, or one that has the parts in another order', async () => {
    expect(await leafCalled([country, organisation('Hospital2')])).toBe(refused);
    expect(await leafCalled([organisation('Hospital'), country])).toBe(refused);
    expect(await leafCalled([country])).toBe(refused);
  });

  it('holds directory names among the alternative names to the trees too', async () => {
    const leaf = makeParty({
      name: 'x',
      subject: nameOf([country, organisation('Hospital'), unit('A')]),
      issuer: narrow,
      extensions: [alternativeNames([directory(nameOf([country, organisation('Elsewhere')]))])],
    });
    expect(await judged(leaf, [narrow])).toBe(refused);
  });

  it('lets an excluded tree win over a permitted one around it', async () => {
    const issuer = makeAuthority({
      name: 'Narrow',
      issuer: root,
      extensions: [
        nameConstraints({
          permitted: [directory(tree)],
          excluded: [directory(nameOf([country, organisation('Hospital'), unit('Kitchen')]))],
        }),
      ],
    });
    const leaf = makeParty({
      name: 'x',
      subject: nameOf([country, organisation('Hospital'), unit('Kitchen')]),
      issuer,
    });
    expect(await judged(leaf, [issuer])).toBe(refused);
  });

  it('finds a mail address that hides in the subject', async () => {
    const issuer = makeAuthority({
      name: 'Narrow',
      issuer: root,
      extensions: [nameConstraints({ permitted: [mail('example.jp')] })],
    });
    const called = (text: string) =>
      judged(makeParty({ name: 'x', subject: nameOf([country, mailAttribute(text)]), issuer }), [issuer]);
    expect(await called('x@example.jp')).toBe('verified');
    expect(await called('x@evil.example')).toBe(refused);
  });
});

describe('name constraints along a path', () => {
  it('intersect: what one authority permits, the next cannot widen', async () => {
    const outer = makeAuthority({
      name: 'Outer',
      issuer: root,
      extensions: [nameConstraints({ permitted: [host('a.example.jp')] })],
    });
    const inner = makeAuthority({
      name: 'Inner',
      issuer: outer,
      extensions: [nameConstraints({ permitted: [host('example.jp'), host('elsewhere.jp')] })],
    });
    const leaf = (name: string) =>
      judged(makeParty({ name: 'x', issuer: inner, extensions: [alternativeNames([host(name)])] }), [
        inner,
        outer,
      ]);
    expect(await leaf('b.a.example.jp')).toBe('verified');
    expect(await leaf('b.example.jp')).toBe(refused);
    expect(await leaf('elsewhere.jp')).toBe(refused);
  });

  it('leave self-issued authorities free, but never the certificate in question', async () => {
    const narrow = makeAuthority({
      name: 'Narrow',
      issuer: root,
      extensions: [nameConstraints({ permitted: [directory(nameOf([country]))] })],
    });
    const renewed = makeAuthority({ name: 'Narrow', issuer: narrow });
    const fitting = makeParty({ name: 'x', subject: nameOf([country, organisation('A')]), issuer: renewed });
    expect(await judged(fitting, [renewed, narrow])).toBe('verified');
    const own = makeParty({ name: 'Narrow', issuer: narrow });
    expect(await judged(own, [narrow])).toBe(refused);
  });

  it('bind intermediate authorities too', async () => {
    const narrow = makeAuthority({
      name: 'Narrow',
      issuer: root,
      extensions: [nameConstraints({ permitted: [directory(nameOf([country]))] })],
    });
    const below = makeAuthority({ name: 'Elsewhere', issuer: narrow });
    const leaf = makeParty({ name: 'x', subject: nameOf([country]), issuer: below });
    expect(await judged(leaf, [below, narrow])).toBe(refused);
  });

  it('of the anchor count as well (RFC 5937)', async () => {
    const anchor = makeAuthority({
      name: 'Bound',
      extensions: [nameConstraints({ excluded: [host('evil.jp')] })],
    });
    const leaf = (name: string) =>
      judged(
        makeParty({ name: 'x', issuer: anchor, extensions: [alternativeNames([host(name)])] }),
        [],
        anchor,
      );
    expect(await leaf('good.jp')).toBe('verified');
    expect(await leaf('www.evil.jp')).toBe(refused);
  });

  it('may come from the caller (RFC 5280 §6.1.1 (h), (i))', async () => {
    const leaf = makeParty({ name: 'x', issuer: root, extensions: [alternativeNames([host('a.jp')])] });
    const outcome = await validatePath({
      certificate: leaf.certificate,
      intermediates: [],
      anchors: [root.certificate],
      at: now,
      keyUsage: null,
      names: { permitted: [], excluded: [{ kind: 'host', text: 'jp' }] },
    });
    expect(outcome.reasons[0]).toMatchObject({
      code: 'name-not-permitted',
      detail: expect.stringContaining('§6.1.3 (c)'),
    });
  });

  it('do not keep the machine busy: many names under many trees are given up', async () => {
    const many = (count: number, tail: string) =>
      Array.from({ length: count }, (_, at) => host(`h${at}.${tail}`));
    const issuer = makeAuthority({
      name: 'Narrow',
      issuer: root,
      extensions: [nameConstraints({ excluded: many(1500, 'a.jp') })],
    });
    const leaf = makeParty({ name: 'x', issuer, extensions: [alternativeNames(many(1500, 'b.jp'))] });
    const before = performance.now();
    expect(await judged(leaf, [issuer])).toBe('undetermined path-too-complex');
    expect(performance.now() - before).toBeLessThan(2000);
  });
});
