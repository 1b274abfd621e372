import { createHash, type KeyObject, sign } from 'node:crypto';
import { AsnConvert } from '@peculiar/asn1-schema';
import { contextTag, derTag } from '../certificate/der-reader.ts';
import { der, derGeneralizedTime, derObjectIdentifier } from '../certificate/der-writer.ts';
import { signatureAlgorithmFor } from '../certificate/encode-certificate.ts';
import type { UnverifiedCertificate } from '../certificate/unverified-certificate.ts';
import { revocationReasonCodes } from '../revocation/revocation-reason-codes.ts';
import { encodeCertificateId, publicKeyBits } from './certificate-id.ts';
import { ocspId } from './ocsp-id.ts';
import type { StatusAnswer } from './parse-status-response.ts';
import { encodeNonce } from './status-request.ts';

/** What goes into a response; `key` signs it, and `signer` says whose key that is. */
export interface StatusResponseContents {
  readonly signer: UnverifiedCertificate;
  readonly key: KeyObject;
  /** How the responder calls itself. Default: by its key. */
  readonly namedBy?: 'name' | 'key';
  readonly producedAt: Date;
  readonly answers: readonly StatusAnswer[];
  readonly nonce: Uint8Array | null;
  readonly certificates: readonly UnverifiedCertificate[];
}

function explicit(number: number, ...contents: readonly Uint8Array[]): Uint8Array {
  return der(contextTag(number, 'constructed'), ...contents);
}

function encodeStatus(status: StatusAnswer['status']): Uint8Array {
  if (status.kind !== 'revoked') return der(contextTag(status.kind === 'good' ? 0 : 2, 'primitive'));
  const code = der(derTag.enumerated, Uint8Array.of(revocationReasonCodes[status.reason]));
  // RFC 5280 §5.3.1: leave the reason out where it would be "unspecified".
  const why = status.reason === 'unspecified' ? [] : [explicit(0, code)];
  return explicit(1, derGeneralizedTime(status.at), ...why);
}

function encodeAnswer({ id, status, thisUpdate, nextUpdate }: StatusAnswer): Uint8Array {
  return der(
    derTag.sequence,
    encodeCertificateId(id),
    encodeStatus(status),
    derGeneralizedTime(thisUpdate),
    ...(nextUpdate === null ? [] : [explicit(0, derGeneralizedTime(nextUpdate))]),
  );
}

function encodeResponder({ signer, namedBy = 'key' }: StatusResponseContents): Uint8Array {
  if (namedBy === 'name') return explicit(1, signer.subject.der);
  return explicit(2, der(derTag.octetString, createHash('sha1').update(publicKeyBits(signer)).digest()));
}

/** Encodes and signs a response (RFC 6960 §4.2.1). It applies no policy: tests make bad ones with it too. */
export function encodeStatusResponse(contents: StatusResponseContents): Uint8Array {
  const { key, producedAt, answers, nonce, certificates } = contents;
  const signed = der(
    derTag.sequence,
    encodeResponder(contents),
    derGeneralizedTime(producedAt),
    der(derTag.sequence, ...answers.map(encodeAnswer)),
    ...(nonce === null ? [] : [explicit(1, der(derTag.sequence, encodeNonce(nonce)))]),
  );
  const signature = der(derTag.bitString, Uint8Array.of(0), sign('sha256', signed, key));
  const basic = der(
    derTag.sequence,
    signed,
    new Uint8Array(AsnConvert.serialize(signatureAlgorithmFor(key))),
    signature,
    ...(certificates.length === 0
      ? []
      : [explicit(0, der(derTag.sequence, ...certificates.map((certificate) => certificate.der)))]),
  );
  return der(
    derTag.sequence,
    der(derTag.enumerated, Uint8Array.of(0)),
    explicit(
      0,
      der(derTag.sequence, derObjectIdentifier(ocspId.basicResponse), der(derTag.octetString, basic)),
    ),
  );
}

/** A response that only declines (RFC 6960 §4.2.1, §2.3). */
export function encodeStatusRefusal(
  why: 'malformedRequest' | 'internalError' | 'tryLater' | 'sigRequired' | 'unauthorized',
): Uint8Array {
  const codes = { malformedRequest: 1, internalError: 2, tryLater: 3, sigRequired: 5, unauthorized: 6 };
  return der(derTag.sequence, der(derTag.enumerated, Uint8Array.of(codes[why])));
}
