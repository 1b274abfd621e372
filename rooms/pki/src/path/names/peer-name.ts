import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';
import { type Reason, reason } from '@honnin/outcome';
import type { GeneralName } from '../../certificate/general-name.ts';
import { isHostName } from '../../certificate/host-name.ts';
import { mailboxParts } from '../../certificate/mailbox-parts.ts';
import type { UnverifiedCertificate } from '../../certificate/unverified-certificate.ts';

/** Whom the caller means to talk with (the reference identifier of RFC 9525 §6.1). */
export interface PeerName {
  /** `host`: a DNS name, or an address in its place; `address`: IPv4 or IPv6 as text; `mail`: a mailbox. */
  readonly kind: 'host' | 'address' | 'mail';
  readonly text: string;
}

/** One form for each address; null for what is none. */
function canonicalAddress(text: string): string | null {
  const family = isIP(text);
  if (family === 4) return text;
  if (family !== 6 || text.includes('%')) return null;
  return new URL(`http://[${text}]`).hostname;
}

function addressOf(octets: Uint8Array): string | null {
  if (octets.length === 4) return octets.join('.');
  if (octets.length !== 16) return null;
  const groups = Buffer.from(octets).toString('hex').match(/.{4}/g) ?? [];
  return canonicalAddress(groups.join(':'));
}

/**
 * RFC 9525 §6.3: letter case says nothing; a star stands for the whole leftmost label and for exactly one. Two labels
 * at least must follow it, since nobody holds all names of a top-level domain.
 */
function hostCovers(presented: string, host: string): boolean {
  const pattern = presented.toLowerCase();
  if (isHostName(pattern)) return pattern === host;
  const parent = pattern.slice(2);
  const isWildcard = pattern.startsWith('*.') && isHostName(parent) && parent.includes('.');
  return isWildcard && host.slice(host.indexOf('.') + 1) === parent && host.includes('.');
}

/** Whether one of the certificate's names is this one; throws nothing, and knows nothing better than equal. */
function matcherOf({ kind, text }: PeerName): ((name: GeneralName) => boolean) | null {
  if (kind === 'mail') {
    const wanted = mailboxParts(text);
    if (wanted === null) return null;
    return (name) => {
      const found = name.kind === 'mail' ? mailboxParts(name.text) : null;
      return found?.local === wanted.local && found.host === wanted.host;
    };
  }
  const address = canonicalAddress(text);
  if (address !== null) return (name) => name.kind === 'address' && addressOf(name.octets) === address;
  if (kind === 'address') return null;
  // The root's period is no part of a name in a certificate.
  const host = domainToASCII(text.replace(/\.$/, '')).toLowerCase();
  return isHostName(host) ? (name) => name.kind === 'host' && hostCovers(name.text, host) : null;
}

/**
 * Why a certificate is not that of `peer`, or null where it is (RFC 9525 §6, RFC 5280 §4.2.1.6). Only alternative
 * names count; a common name is no host (RFC 9525 §2).
 */
export function objectionToPeer({ alternativeNames }: UnverifiedCertificate, peer: PeerName): Reason | null {
  const matches = matcherOf(peer);
  if (matches === null) return reason('peer-name-mismatch', `RFC 9525 §6.1: ${peer.text} is no ${peer.kind}`);
  return alternativeNames.some(matches)
    ? null
    : reason('peer-name-mismatch', `RFC 9525 §6: the certificate is not for ${peer.text}`);
}
