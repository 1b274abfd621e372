import { objectIdentifierOf } from './der-primitives.ts';
import { type DerReader, type DerValue, derTag, DerReader as Reader, readAll } from './der-reader.ts';
import type { DistinguishedName } from './distinguished-name.ts';

/** Short names of RFC 4514 §3; other types are written by their object identifier. */
const shortNames: ReadonlyMap<string, string> = new Map([
  ['2.5.4.3', 'CN'],
  ['2.5.4.6', 'C'],
  ['2.5.4.7', 'L'],
  ['2.5.4.8', 'ST'],
  ['2.5.4.9', 'STREET'],
  ['2.5.4.10', 'O'],
  ['2.5.4.11', 'OU'],
  ['0.9.2342.19200300.100.1.25', 'DC'],
  ['0.9.2342.19200300.100.1.1', 'UID'],
]);

const emailAddress = '1.2.840.113549.1.9.1';

interface Attribute {
  readonly type: string;
  /** Null for a value that is no text. */
  readonly text: string | null;
  readonly encoded: Uint8Array;
}

function utf16(contents: Uint8Array): string {
  return new TextDecoder('utf-16be', { fatal: true }).decode(contents);
}

function utf32(contents: Uint8Array): string {
  if (contents.length % 4 !== 0) throw new Error('no UniversalString');
  const view = new DataView(contents.buffer, contents.byteOffset, contents.byteLength);
  return Array.from({ length: contents.length / 4 }, (_, index) =>
    String.fromCodePoint(view.getUint32(index * 4)),
  ).join('');
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of a DirectoryString or IA5String (RFC 5280 §4.1.2.4), or null. Throws where it is broken. */
function textOf({ tag, contents }: DerValue): string | null {
  switch (tag) {
    case derTag.utf8String:
      return utf8.decode(contents);
    case derTag.printableString:
    case derTag.ia5String:
    case derTag.teletexString:
      return Buffer.from(contents).toString('latin1');
    case derTag.bmpString:
      return utf16(contents);
    case derTag.universalString:
      return utf32(contents);
    default:
      return null;
  }
}

function takeAttribute(reader: DerReader): Attribute {
  const fields = reader.enter(derTag.sequence);
  const type = objectIdentifierOf(fields.take(derTag.objectIdentifier).contents);
  const value = fields.takeAny();
  fields.end();
  return { type, text: textOf(value), encoded: value.encoded };
}

function hexOf({ encoded }: Attribute): string {
  return `#${Buffer.from(encoded).toString('hex')}`;
}

/** RFC 4514 §2.4. */
function escaped(text: string): string {
  return text
    .replace(/["+,;<>\\]/g, (character) => `\\${character}`)
    .replaceAll('\u0000', '\\00')
    .replace(/^[ #]/, (character) => `\\${character}`)
    .replace(/ $/, '\\ ');
}

function written(attribute: Attribute): string {
  const { type, text } = attribute;
  return `${shortNames.get(type) ?? type}=${text === null ? hexOf(attribute) : escaped(text)}`;
}

function folded(attribute: Attribute): string {
  const { type, text } = attribute;
  const comparable =
    text === null ? hexOf(attribute) : text.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ');
  return JSON.stringify([type, comparable]);
}

/** The comparable form of a relative name; its attributes are a set, whose order says nothing. */
function foldedSet(set: readonly Attribute[]): string {
  return JSON.stringify(set.map(folded).sort());
}

/** The comparable form of a name that lies directly below `issuer` (nameRelativeToCRLIssuer, RFC 5280 §4.2.1.13). */
export function relativeTo(issuer: DistinguishedName, attributes: DerReader): string {
  return JSON.stringify([...issuer.parts, foldedSet(readAll(attributes, takeAttribute))]);
}

/** The next value as Name: its text, its encoding and its form for comparison (RFC 5280 §7.1). */
export function takeDistinguishedName(reader: DerReader): DistinguishedName {
  const { encoded, contents } = reader.take(derTag.sequence);
  const sets = readAll(new Reader(contents), (names) => readAll(names.enter(derTag.set), takeAttribute));
  const parts = sets.map(foldedSet);
  return {
    text: sets
      .map((set) => set.map(written).join('+'))
      .reverse()
      .join(','),
    der: encoded,
    canonical: JSON.stringify(parts),
    parts,
    mailAddresses: sets
      .flat()
      .filter(({ type }) => type === emailAddress)
      .map(({ text }) => text ?? ''),
  };
}
