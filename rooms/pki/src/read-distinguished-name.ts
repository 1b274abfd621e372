import { AsnConvert } from '@peculiar/asn1-schema';
import type { AttributeTypeAndValue, AttributeValue, Name } from '@peculiar/asn1-x509';
import { bytesOf } from './decode-der.ts';
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

function textOf(value: AttributeValue): string | null {
  return (
    value.utf8String ??
    value.printableString ??
    value.ia5String ??
    value.bmpString ??
    value.universalString ??
    value.teletexString ??
    null
  );
}

function hexOf(value: AttributeValue): string {
  return `#${Buffer.from(AsnConvert.serialize(value)).toString('hex')}`;
}

/** RFC 4514 §2.4. */
function escaped(text: string): string {
  return text
    .replace(/["+,;<>\\]/g, (character) => `\\${character}`)
    .replaceAll('\u0000', '\\00')
    .replace(/^[ #]/, (character) => `\\${character}`)
    .replace(/ $/, '\\ ');
}

function written({ type, value }: AttributeTypeAndValue): string {
  const text = textOf(value);
  return `${shortNames.get(type) ?? type}=${text === null ? hexOf(value) : escaped(text)}`;
}

function folded({ type, value }: AttributeTypeAndValue): string {
  const text = textOf(value);
  const comparable =
    text === null ? hexOf(value) : text.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ');
  return JSON.stringify([type, comparable]);
}

/** Turns a parsed name into its text, its encoding and its form for comparison (RFC 5280 §7.1). */
export function readDistinguishedName(name: Name): DistinguishedName {
  const sets = [...name].map((set) => [...set]);
  return {
    text: sets
      .map((set) => set.map(written).join('+'))
      .reverse()
      .join(','),
    der: bytesOf(AsnConvert.serialize(name)),
    canonical: JSON.stringify(sets.map((set) => set.map(folded).sort())),
  };
}
