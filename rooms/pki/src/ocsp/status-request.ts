import { type Attempt, done, failed, reason } from '@honnin/outcome';
import { contextTag, DerReader, derTag, enterDer, onlyDer, readAll } from '../certificate/der-reader.ts';
import { der, derObjectIdentifier } from '../certificate/der-writer.ts';
import { takeExtensions } from '../certificate/take-extensions.ts';
import { type CertificateId, encodeCertificateId, takeCertificateId } from './certificate-id.ts';
import { ocspId } from './ocsp-id.ts';

/** OCSPRequest (RFC 6960 §4.1.1), unsigned. */
export interface StatusRequest {
  readonly ids: readonly CertificateId[];
  /** 1 to 128 octets (RFC 9654 §2.1), or null. */
  readonly nonce: Uint8Array | null;
}

const maximumBytes = 64 * 1024;

/** The nonce extension; its value is an OCTET STRING inside the extension's own (RFC 9654 §2.1). */
export function encodeNonce(nonce: Uint8Array): Uint8Array {
  return der(
    derTag.sequence,
    derObjectIdentifier(ocspId.nonce),
    der(derTag.octetString, der(derTag.octetString, nonce)),
  );
}

export function encodeStatusRequest({ ids, nonce }: StatusRequest): Uint8Array {
  const requests = ids.map((id) => der(derTag.sequence, encodeCertificateId(id)));
  const extensions =
    nonce === null ? [] : [der(contextTag(2, 'constructed'), der(derTag.sequence, encodeNonce(nonce)))];
  return der(derTag.sequence, der(derTag.sequence, der(derTag.sequence, ...requests), ...extensions));
}

function read(encoded: Uint8Array): StatusRequest {
  if (encoded.length > maximumBytes) throw new Error(`longer than ${maximumBytes} octets`);
  const request = enterDer(encoded, derTag.sequence);
  const body = request.enter(derTag.sequence);
  // The signature of a request says who asks, which a public responder does not mind.
  request.takeOptional(contextTag(0, 'constructed'));
  request.end();
  body.takeOptional(contextTag(0, 'constructed'));
  body.takeOptional(contextTag(1, 'constructed'));
  const ids = readAll(body.enter(derTag.sequence), (list) => takeCertificateId(list.enter(derTag.sequence)));
  const field = body.takeOptional(contextTag(2, 'constructed'));
  body.end();
  const extensions = field === null ? [] : takeExtensions(new DerReader(field.contents));
  const nonce = extensions.find(({ oid }) => oid === ocspId.nonce);
  return { ids, nonce: nonce === undefined ? null : onlyDer(nonce.value, derTag.octetString) };
}

/** Reads a request as a responder does. Fails with `status-response-malformed`. */
export function parseStatusRequest(encoded: Uint8Array): Attempt<StatusRequest> {
  try {
    return done(read(Uint8Array.from(encoded)));
  } catch (error) {
    return failed(
      reason('status-response-malformed', error instanceof Error ? error.message : String(error)),
    );
  }
}
