import type { GeneralName } from '@peculiar/asn1-x509';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { address, alternativeNames, host, mail } from '../../../test/extensions.ts';
import { makeAuthority, makeParty } from '../../../test/workshop.ts';
import { objectionToPeer, type PeerName } from './peer-name.ts';

const root = makeAuthority({ name: 'Root' });

function met(names: readonly GeneralName[], kind: PeerName['kind'], text: string): string {
  const extensions = names.length === 0 ? [] : [alternativeNames(names)];
  const { certificate } = makeParty({ name: 'portal.example.jp', issuer: root, extensions });
  return objectionToPeer(certificate, { kind, text })?.code ?? 'met';
}

const six = (...tail: number[]) => address(...new Array<number>(16 - tail.length).fill(0), ...tail);

const rows: readonly (readonly [
  what: string,
  names: readonly GeneralName[],
  kind: PeerName['kind'],
  text: string,
  met: boolean,
])[] = [
  ['the same host', [host('a.example.jp')], 'host', 'a.example.jp', true],
  ['another letter case', [host('A.Example.JP')], 'host', 'a.eXample.jp', true],
  ['a period at the end of what was dialled', [host('a.example.jp')], 'host', 'a.example.jp.', true],
  [
    'a name in other letters, by its ASCII form',
    [host('xn--wgv71a.example.jp')],
    'host',
    '日本.example.jp',
    true,
  ],
  [
    'one of several',
    [mail('x@example.jp'), host('b.jp'), host('a.example.jp')],
    'host',
    'a.example.jp',
    true,
  ],
  ['a sibling', [host('b.example.jp')], 'host', 'a.example.jp', false],
  ['a name below', [host('example.jp')], 'host', 'a.example.jp', false],
  ['a name above', [host('a.example.jp')], 'host', 'example.jp', false],
  ['a name that only ends alike', [host('example.jp')], 'host', 'badexample.jp', false],
  ['the common name alone', [], 'host', 'portal.example.jp', false],
  ['a leading period', [host('.example.jp')], 'host', 'a.example.jp', false],
  ['a star for one label', [host('*.example.jp')], 'host', 'a.example.jp', true],
  ['a star for no label', [host('*.example.jp')], 'host', 'example.jp', false],
  ['a star for two labels', [host('*.example.jp')], 'host', 'b.a.example.jp', false],
  ['a star for a part of a label', [host('ba*.example.jp')], 'host', 'bar.example.jp', false],
  ['a star within an A-label', [host('xn--*-1b3c.example.jp')], 'host', 'xn--a-1b3c.example.jp', false],
  ['a star that is not leftmost', [host('a.*.example.jp')], 'host', 'a.b.example.jp', false],
  ['two stars', [host('*.*.example.jp')], 'host', 'a.b.example.jp', false],
  ['a star over a top-level domain', [host('*.jp')], 'host', 'example.jp', false],
  ['a star alone', [host('*')], 'host', 'localhost', false],
  ['a star that was dialled', [host('*.example.jp')], 'host', '*.example.jp', false],
  ['nothing', [host('a.example.jp')], 'host', '', false],
  ['the same address', [address(192, 0, 2, 1)], 'address', '192.0.2.1', true],
  ['another address', [address(192, 0, 2, 1)], 'address', '192.0.2.2', false],
  ['an address where a host is asked for', [address(192, 0, 2, 1)], 'host', '192.0.2.1', true],
  ['an address written as a host', [host('192.0.2.1')], 'host', '192.0.2.1', false],
  [
    'a network instead of an address',
    [address(192, 0, 2, 0, 255, 255, 255, 0)],
    'address',
    '192.0.2.0',
    false,
  ],
  ['an address of the new family in any form', [six(0x20, 1)], 'address', '0:0:0:0:0:0:0:2001', true],
  ['an old address within a new one', [address(192, 0, 2, 1)], 'address', '::ffff:192.0.2.1', false],
  ['an address that is none', [address(192, 0, 2, 1)], 'address', 'a.example.jp', false],
  ['the same mailbox', [mail('x@example.jp')], 'mail', 'x@Example.jp', true],
  ['a mailbox in another letter case', [mail('X@example.jp')], 'mail', 'x@example.jp', false],
  ['a mailbox elsewhere', [mail('x@example.com')], 'mail', 'x@example.jp', false],
  ['a mailbox with two dividing signs', [mail('a@x@example.jp')], 'mail', 'a@x@example.jp', false],
  ['a host instead of a mailbox', [host('example.jp')], 'mail', 'x@example.jp', false],
];

describe('whom a certificate is for (RFC 9525)', () => {
  for (const [what, names, kind, text, expected] of rows)
    it(`${expected ? 'meets' : 'does not meet'} ${what}`, () => {
      expect(met(names, kind, text)).toBe(expected ? 'met' : 'peer-name-mismatch');
    });

  it('meets every address by its own octets, and no other', () => {
    fc.assert(
      fc.property(fc.ipV6(), fc.ipV4(), (longer, shorter) => {
        const octets = shorter.split('.').map(Number);
        expect(met([address(...octets)], 'address', shorter)).toBe('met');
        expect(met([address(...octets)], 'address', longer)).toBe('peer-name-mismatch');
      }),
      { numRuns: 20 },
    );
  });
});
