import { type Attempt, done, failed, reason } from '@honnin/outcome';
import { objectIdentifierOf, smallNumberOf, takeTime, wholeOctetsOf } from '../certificate/der-primitives.ts';
import {
  contextTag,
  DerReader,
  derTag,
  enterDer,
  onlyDer,
  type DerReader as Reader,
  readAll,
} from '../certificate/der-reader.ts';
import type { DistinguishedName } from '../certificate/distinguished-name.ts';
import { parseCertificate } from '../certificate/parse-certificate.ts';
import { takeAlgorithm } from '../certificate/take-algorithm.ts';
import { takeDistinguishedName } from '../certificate/take-distinguished-name.ts';
import { takeExtensions } from '../certificate/take-extensions.ts';
import type {
  AlgorithmName,
  RawExtension,
  UnverifiedCertificate,
} from '../certificate/unverified-certificate.ts';
import { revocationReasonOf } from '../revocation/revocation-reason-codes.ts';
import type { RevocationReason } from '../revocation/revocation-source.ts';
import { type CertificateId, takeCertificateId } from './certificate-id.ts';
import { ocspId } from './ocsp-id.ts';

/** SingleResponse (RFC 6960 §4.2.1). */
export interface StatusAnswer {
  readonly id: CertificateId;
  readonly status:
    | { readonly kind: 'good' | 'unknown' }
    | { readonly kind: 'revoked'; readonly at: Date; readonly reason: RevocationReason };
  readonly thisUpdate: Date;
  readonly nextUpdate: Date | null;
}

/** A response that could be read; nothing about it is believed yet. */
export interface UnverifiedStatusResponse {
  /** By name, or by the SHA-1 of the key's bits in hexadecimal. */
  readonly responder:
    | { readonly kind: 'name'; readonly name: DistinguishedName }
    | { readonly kind: 'key'; readonly hash: string };
  readonly producedAt: Date;
  readonly answers: readonly StatusAnswer[];
  readonly nonce: Uint8Array | null;
  /** A critical extension that is not known, or null. */
  readonly unusable: string | null;
  /** Certificates sent along; one of them may be the responder's. */
  readonly certificates: readonly UnverifiedCertificate[];
  readonly toBeSigned: Uint8Array;
  readonly signature: Uint8Array;
  readonly signatureAlgorithm: AlgorithmName;
}

const maximumBytes = 256 * 1024;
const maximumCertificates = 10;

/** OCSPResponseStatus (RFC 6960 §4.2.1) other than successful. */
const refusals: ReadonlyMap<number, string> = new Map([
  [1, 'malformedRequest'],
  [2, 'internalError'],
  [3, 'tryLater'],
  [5, 'sigRequired'],
  [6, 'unauthorized'],
]);

/** Thrown where the responder declines, which is not a broken answer. */
class Declined extends Error {}

function optionalExtensions(fields: Reader, number: number): readonly RawExtension[] {
  const field = fields.takeOptional(contextTag(number, 'constructed'));
  return field === null ? [] : takeExtensions(new DerReader(field.contents));
}

function takeStatus(fields: Reader): StatusAnswer['status'] {
  const { tag, contents } = fields.takeAny();
  if (tag === contextTag(0, 'primitive')) return { kind: 'good' };
  if (tag === contextTag(2, 'primitive')) return { kind: 'unknown' };
  if (tag !== contextTag(1, 'constructed')) throw new Error('a status that is not known');
  const revoked = new DerReader(contents);
  const at = takeTime(revoked);
  const why = revoked.takeOptional(contextTag(0, 'constructed'));
  revoked.end();
  const code = why === null ? 0 : smallNumberOf(onlyDer(why.contents, derTag.enumerated));
  return { kind: 'revoked', at, reason: revocationReasonOf(code) ?? 'unspecified' };
}

interface Body {
  readonly responder: UnverifiedStatusResponse['responder'];
  readonly producedAt: Date;
  readonly answers: readonly StatusAnswer[];
  readonly nonce: Uint8Array | null;
  readonly unusable: string | null;
}

function takeResponder(body: Reader): Body['responder'] {
  const { tag, contents } = body.takeAny();
  if (tag === contextTag(2, 'constructed'))
    return { kind: 'key', hash: Buffer.from(onlyDer(contents, derTag.octetString)).toString('hex') };
  if (tag !== contextTag(1, 'constructed')) throw new Error('a responder of another kind');
  const inner = new DerReader(contents);
  const name = takeDistinguishedName(inner);
  inner.end();
  return { kind: 'name', name };
}

function readBody(signed: Uint8Array): Body {
  const body = new DerReader(signed);
  const version = body.takeOptional(contextTag(0, 'constructed'));
  if (version !== null && smallNumberOf(onlyDer(version.contents, derTag.integer)) !== 0)
    throw new Error('version');
  const responder = takeResponder(body);
  const producedAt = takeTime(body);
  const seen: RawExtension[] = [];
  const answers = readAll(body.enter(derTag.sequence), (list): StatusAnswer => {
    const fields = list.enter(derTag.sequence);
    const id = takeCertificateId(fields);
    const status = takeStatus(fields);
    const thisUpdate = takeTime(fields);
    const next = fields.takeOptional(contextTag(0, 'constructed'));
    seen.push(...optionalExtensions(fields, 1));
    fields.end();
    return {
      id,
      status,
      thisUpdate,
      nextUpdate: next === null ? null : takeTime(new DerReader(next.contents)),
    };
  });
  const extensions = optionalExtensions(body, 1);
  body.end();
  const nonce = extensions.find(({ oid }) => oid === ocspId.nonce);
  const strange = [...seen, ...extensions].find(({ oid, critical }) => critical && oid !== ocspId.nonce);
  return {
    responder,
    producedAt,
    answers,
    nonce: nonce === undefined ? null : onlyDer(nonce.value, derTag.octetString),
    unusable: strange === undefined ? null : `critical extension ${strange.oid} (RFC 6960 §4.4)`,
  };
}

/** A certificate that cannot be read helps nobody, and does no harm. */
function readable(der: Uint8Array): readonly UnverifiedCertificate[] {
  const attempt = parseCertificate(der);
  return attempt.status === 'done' ? [attempt.value] : [];
}

function read(encoded: Uint8Array): UnverifiedStatusResponse {
  if (encoded.length > maximumBytes) throw new Error(`longer than ${maximumBytes} octets`);
  const response = enterDer(encoded, derTag.sequence);
  const status = smallNumberOf(response.take(derTag.enumerated).contents);
  if (status !== 0) throw new Declined(refusals.get(status) ?? `status ${status}`);
  const bytes = new DerReader(response.take(contextTag(0, 'constructed')).contents);
  response.end();
  const typed = bytes.enter(derTag.sequence);
  bytes.end();
  if (objectIdentifierOf(typed.take(derTag.objectIdentifier).contents) !== ocspId.basicResponse)
    throw new Error('a response of another type');
  const basic = enterDer(typed.take(derTag.octetString).contents, derTag.sequence);
  typed.end();
  const signed = basic.take(derTag.sequence);
  const signatureAlgorithm = takeAlgorithm(basic);
  const signature = wholeOctetsOf(basic.take(derTag.bitString).contents);
  const field = basic.takeOptional(contextTag(0, 'constructed'));
  basic.end();
  const certificates =
    field === null
      ? []
      : readAll(enterDer(field.contents, derTag.sequence), (list) => list.take(derTag.sequence).encoded);
  return {
    ...readBody(signed.contents),
    certificates: certificates.slice(0, maximumCertificates).flatMap(readable),
    toBeSigned: signed.encoded,
    signature,
    signatureAlgorithm,
  };
}

/**
 * Reads an OCSP response (RFC 6960 §4.2, DER, strictly). Reading believes nothing: see `judgeStatusResponse`.
 * Fails with `status-response-malformed`, or with `status-response-refused` where the responder declined
 * (tryLater, unauthorized and so on stand in the detail).
 */
export function parseStatusResponse(encoded: Uint8Array): Attempt<UnverifiedStatusResponse> {
  try {
    return done(read(Uint8Array.from(encoded)));
  } catch (error) {
    const code = error instanceof Declined ? 'status-response-refused' : 'status-response-malformed';
    return failed(reason(code, error instanceof Error ? error.message : String(error)));
  }
}
