import { smallNumberOf } from './der-primitives.ts';
import { contextTag, DerReader, derTag, enterDer, readAll } from './der-reader.ts';
import { type GeneralName, generalNameOf } from './general-name.ts';
import { isHostName } from './host-name.ts';
import { mailboxParts } from './mailbox-parts.ts';
import type { NameConstraints } from './unverified-certificate.ts';

/** A mask of leading ones; anything else names no network. */
function isNetwork(octets: Uint8Array): boolean {
  if (octets.length !== 8 && octets.length !== 32) return false;
  const bits = [...octets.subarray(octets.length / 2)]
    .map((octet) => octet.toString(2).padStart(8, '0'))
    .join('');
  return /^1*0*$/.test(bits);
}

/** A host, `.domain` for what lies below it, or nothing for all. */
function isHostTree(text: string): boolean {
  return text === '' || isHostName(text.replace(/^\./, ''));
}

function isMailTree(text: string): boolean {
  return text.includes('@') ? mailboxParts(text) !== null : isHostTree(text);
}

/** What is no tree of its kind by §4.2.1.10 would exclude nothing, and must not pass for a constraint. */
function refuseBroken(base: GeneralName): void {
  if (base.kind === 'address' && !isNetwork(base.octets))
    throw new Error('an address without a network mask');
  // The leading period is for URIs and mailboxes alone.
  if (base.kind === 'host' && base.text !== '' && !isHostName(base.text))
    throw new Error('a tree of DNS names that is no DNS name');
  if (base.kind === 'mail' && !isMailTree(base.text)) throw new Error('a tree of mailboxes that is none');
  if (base.kind === 'uri' && !isHostTree(base.text)) throw new Error('a tree of URIs that is no host');
}

function subtreesIn(trees: Uint8Array): readonly GeneralName[] {
  const bases = readAll(new DerReader(trees), (reader) => {
    const fields = reader.enter(derTag.sequence);
    const base = generalNameOf(fields.takeAny());
    const minimum = fields.takeOptional(contextTag(0, 'primitive'));
    if (minimum !== null && smallNumberOf(minimum.contents) !== 0) throw new Error('a minimum above 0');
    fields.end();
    refuseBroken(base);
    return base;
  });
  if (bases.length === 0) throw new Error('an empty list of trees');
  return bases;
}

/** RFC 5280 §4.2.1.10; throws where it is empty, or has a minimum above 0 or a maximum, which must not be. */
export function readNameConstraints(value: Uint8Array): NameConstraints {
  const fields = enterDer(value, derTag.sequence);
  const permitted = fields.takeOptional(contextTag(0, 'constructed'));
  const excluded = fields.takeOptional(contextTag(1, 'constructed'));
  fields.end();
  if (permitted === null && excluded === null) throw new Error('nameConstraints without a tree');
  return {
    permitted: permitted === null ? [] : subtreesIn(permitted.contents),
    excluded: excluded === null ? [] : subtreesIn(excluded.contents),
  };
}
