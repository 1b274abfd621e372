import { objectIdentifierOf } from './der-primitives.ts';
import { contextTag, DerReader, type DerValue, derTag, readAll } from './der-reader.ts';
import type { DistinguishedName } from './distinguished-name.ts';
import { takeDistinguishedName } from './take-distinguished-name.ts';

/**
 * A name of RFC 5280 §4.2.1.6. The kinds that name constraints are defined for are read; the others are kept as
 * the object identifier of an otherName, or by the number of their tag.
 */
export type GeneralName =
  | { readonly kind: 'mail' | 'host' | 'uri'; readonly text: string }
  | { readonly kind: 'directory'; readonly name: DistinguishedName }
  /** 4 or 16 octets of an address, or 8 or 32 of an address and its mask in a constraint. */
  | { readonly kind: 'address'; readonly octets: Uint8Array }
  | { readonly kind: 'other'; readonly type: string };

const texts: ReadonlyMap<number, 'mail' | 'host' | 'uri'> = new Map([
  [contextTag(1, 'primitive'), 'mail'],
  [contextTag(2, 'primitive'), 'host'],
  [contextTag(6, 'primitive'), 'uri'],
]);

function ia5(contents: Uint8Array): string {
  if (contents.some((octet) => octet >= 0x80)) throw new Error('an IA5String of ASCII expected');
  return Buffer.from(contents).toString('latin1');
}

/** One GeneralName that was taken from its list. */
export function generalNameOf({ tag, contents }: DerValue): GeneralName {
  const kind = texts.get(tag);
  if (kind !== undefined) return { kind, text: ia5(contents) };
  const inner = new DerReader(contents);
  switch (tag) {
    case contextTag(4, 'constructed'): {
      const name = takeDistinguishedName(inner);
      inner.end();
      return { kind: 'directory', name };
    }
    case contextTag(7, 'primitive'):
      return { kind: 'address', octets: contents };
    case contextTag(0, 'constructed'):
      return { kind: 'other', type: objectIdentifierOf(inner.take(derTag.objectIdentifier).contents) };
    default:
      return { kind: 'other', type: `tag ${tag & 0x1f}` };
  }
}

/** GeneralNames (RFC 5280 §4.2.1.6); throws where the list is empty. */
export function readGeneralNames(names: DerReader): readonly GeneralName[] {
  const read = readAll(names, (reader) => generalNameOf(reader.takeAny()));
  if (read.length === 0) throw new Error('no name where there must be one (RFC 5280 §4.2.1.6)');
  return read;
}
