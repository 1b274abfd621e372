import { type KeyObject, sign } from 'node:crypto';
import { AsnConvert } from '@peculiar/asn1-schema';
import {
  AuthorityKeyIdentifier,
  CertificateList,
  CRLNumber,
  CRLReason,
  type CRLReasons,
  type Extension,
  id_ce_authorityKeyIdentifier,
  id_ce_cRLNumber,
  id_ce_cRLReasons,
  type Name,
  RevokedCertificate,
  TBSCertList,
  Time,
} from '@peculiar/asn1-x509';
import {
  bufferOf,
  extensionOf,
  keyIdentifier,
  publicHalf,
  signatureAlgorithmFor,
} from '../certificate/encode-certificate.ts';
import { revocationReasonCodes } from './revocation-reason-codes.ts';
import type { RevocationReason } from './revocation-source.ts';

/** One line of a revocation list. */
export interface RevokedEntry {
  /** Hexadecimal, whole octets. */
  readonly serialNumber: string;
  readonly at: Date;
  readonly reason: RevocationReason;
  /** After the reason: certificateIssuer of an indirect list, and whatever tests want. */
  readonly extensions?: readonly Extension[];
}

/** What goes into a list; `extensions` come after the number and the issuer's key identifier. */
export interface RevocationListContents {
  readonly issuer: Name;
  readonly issuerKey: KeyObject;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date;
  readonly entries: readonly RevokedEntry[];
  /** cRLNumber. Default: the second of `thisUpdate`. */
  readonly number?: number;
  readonly extensions?: readonly Extension[];
}

/** An INTEGER's content: a zero octet before a set first bit; negative numbers keep their two's complement. */
function serialNumberBuffer(hex: string): ArrayBuffer {
  if (hex.startsWith('-')) return bufferOf(Buffer.from(hex.slice(1), 'hex'));
  const octets = Buffer.from(hex, 'hex');
  return bufferOf((octets[0] ?? 0) >= 0x80 ? Uint8Array.from([0, ...octets]) : octets);
}

function entryOf({ serialNumber, at, reason, extensions = [] }: RevokedEntry): RevokedCertificate {
  const code: CRLReasons = revocationReasonCodes[reason];
  // RFC 5280 §5.3.1: leave the reason out where it would be "unspecified".
  const why = reason === 'unspecified' ? [] : [extensionOf(id_ce_cRLReasons, false, new CRLReason(code))];
  const crlEntryExtensions = [...why, ...extensions];
  return new RevokedCertificate({
    userCertificate: serialNumberBuffer(serialNumber),
    revocationDate: new Time(at),
    ...(crlEntryExtensions.length === 0 ? {} : { crlEntryExtensions }),
  });
}

/** Encodes and signs a version 2 revocation list (RFC 5280 §5.1). */
export function encodeRevocationList(contents: RevocationListContents): Uint8Array {
  const { issuer, issuerKey, thisUpdate, nextUpdate, entries } = contents;
  const algorithm = signatureAlgorithmFor(issuerKey);
  const tbsCertList = new TBSCertList({
    version: 1,
    signature: algorithm,
    issuer,
    thisUpdate: new Time(thisUpdate),
    nextUpdate: new Time(nextUpdate),
    crlExtensions: [
      extensionOf(
        id_ce_authorityKeyIdentifier,
        false,
        new AuthorityKeyIdentifier({ keyIdentifier: keyIdentifier(publicHalf(issuerKey)) }),
      ),
      extensionOf(
        id_ce_cRLNumber,
        false,
        new CRLNumber(contents.number ?? Math.floor(thisUpdate.getTime() / 1000)),
      ),
      ...(contents.extensions ?? []),
    ],
  });
  // RFC 5280 §5.1.2.6: the field is absent where nothing is revoked.
  if (entries.length > 0) tbsCertList.revokedCertificates = entries.map(entryOf);
  const signed = new Uint8Array(AsnConvert.serialize(tbsCertList));
  return new Uint8Array(
    AsnConvert.serialize(
      new CertificateList({
        tbsCertList,
        signatureAlgorithm: algorithm,
        signature: bufferOf(sign('sha256', signed, issuerKey)),
      }),
    ),
  );
}
