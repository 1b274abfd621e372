import type { GeneralName } from '../../certificate/general-name.ts';
import { isHostName } from '../../certificate/host-name.ts';
import { mailboxParts } from '../../certificate/mailbox-parts.ts';

/** Where a name lies towards a tree of names. `unclear`: it cannot be read well enough to tell. */
export type NamePlace = 'inside' | 'outside' | 'unclear';

function placed(inside: boolean): NamePlace {
  return inside ? 'inside' : 'outside';
}

function isBelow(host: string, domain: string): boolean {
  return host.endsWith(`.${domain}`);
}

/** RFC 5280 §4.2.1.10: any number of labels may be added on the left. */
function placeOfHost(name: string, tree: string): NamePlace {
  const host = name.toLowerCase();
  const domain = tree.toLowerCase();
  const wildcard = host.startsWith('*.');
  const rest = wildcard ? host.slice(2) : host;
  if (!isHostName(rest)) return 'unclear';
  if (domain === '' || rest === domain || isBelow(rest, domain)) return 'inside';
  // One label in place of the star may be all that the tree asks for: part of the wildcard lies inside.
  const overlaps = wildcard && domain.slice(domain.indexOf('.') + 1) === rest && domain.includes('.');
  return overlaps ? 'unclear' : 'outside';
}

/** A host by itself, `.domain` for everything below it but not the domain (RFC 5280 §4.2.1.10), or nothing for all. */
function placeOfExactHost(host: string, tree: string): NamePlace {
  if (tree === '') return 'inside';
  const domain = tree.toLowerCase();
  return placed(domain.startsWith('.') ? host.endsWith(domain) && host !== domain : host === domain);
}

/** The local part compares letter by letter, the host does not (RFC 5280 §7.5). */
function placeOfMail(address: string, tree: string): NamePlace {
  const name = mailboxParts(address);
  if (name === null) return 'unclear';
  if (!tree.includes('@')) return placeOfExactHost(name.host, tree);
  const only = mailboxParts(tree);
  return placed(only !== null && name.local === only.local && name.host === only.host);
}

/** Applies to the host; a URI without a fully qualified host fits no tree (RFC 5280 §4.2.1.10). */
function placeOfUri(uri: string, tree: string): NamePlace {
  const authority = /^[A-Za-z][A-Za-z0-9+.-]*:\/\/([^/?#]*)/.exec(uri)?.[1];
  if (authority === undefined) return 'unclear';
  const host = authority
    .slice(authority.lastIndexOf('@') + 1)
    .replace(/:\d*$/, '')
    .toLowerCase();
  if (!isHostName(host) || /^[\d.]+$/.test(host)) return 'unclear';
  return placeOfExactHost(host, tree);
}

/** The tree is an address and its mask; addresses of the other family lie outside. */
function placeOfAddress(address: Uint8Array, tree: Uint8Array): NamePlace {
  if (address.length !== 4 && address.length !== 16) return 'unclear';
  if (tree.length !== address.length * 2) return 'outside';
  const base = tree.subarray(0, address.length);
  const mask = tree.subarray(address.length);
  return placed(
    address.every((octet, index) => ((octet ^ (base[index] ?? 0)) & (mask[index] ?? 0xff)) === 0),
  );
}

/** A tree is a name, and everything below it has the same beginning. */
function placeOfParts(parts: readonly string[], tree: readonly string[]): NamePlace {
  return placed(tree.every((part, index) => parts[index] === part));
}

/** Where `name` lies towards `tree`, which is of the same kind (RFC 5280 §4.2.1.10); kinds without rules are unclear. */
export function compareName(name: GeneralName, tree: GeneralName): NamePlace {
  if (name.kind === 'directory' && tree.kind === 'directory')
    return placeOfParts(name.name.parts, tree.name.parts);
  if (name.kind === 'address' && tree.kind === 'address') return placeOfAddress(name.octets, tree.octets);
  if (name.kind === 'host' && tree.kind === 'host') return placeOfHost(name.text, tree.text);
  if (name.kind === 'mail' && tree.kind === 'mail') return placeOfMail(name.text, tree.text);
  if (name.kind === 'uri' && tree.kind === 'uri') return placeOfUri(name.text, tree.text);
  return 'unclear';
}
