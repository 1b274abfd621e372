import { type Outcome, type Reason, reason, rejected, verified } from '@honnin/outcome';
import { compactVerify, errors } from 'jose';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { parseCertificate } from '../certificate/parse-certificate.ts';
import type { UnverifiedCertificate } from '../certificate/unverified-certificate.ts';
import { validatePath } from '../path/validate-path.ts';
import type { VerifiedChain } from '../path/verified-chain.ts';
import type { RevocationSource } from '../revocation/revocation-source.ts';

/** A statement that is believed: who signed it is in the chain; what it says is for the caller to judge. */
export interface OpenedStatement {
  /** Parsed JSON object; its shape is not checked here. */
  readonly payload: unknown;
  readonly chain: VerifiedChain;
}

const maximumLength = 128 * 1024;

/** Closed: no key, address or extension of the header is ever followed. */
const headerSchema = Type.Object(
  {
    alg: Type.Literal('ES256'),
    typ: Type.String({ maxLength: 100 }),
    x5c: Type.Array(Type.String({ pattern: '^[A-Za-z0-9+/]+={0,2}$', maxLength: 20_000 }), {
      minItems: 1,
      maxItems: 5,
    }),
  },
  { additionalProperties: false },
);

type Header = Static<typeof headerSchema>;
const header = Compile(headerSchema);

function jsonObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value))
      : null;
  } catch {
    return null;
  }
}

function readHeader(jws: string): Header | Reason {
  if (jws.length > maximumLength) return reason('statement-malformed', `${jws.length} characters`);
  const [encoded, , , ...more] = jws.split('.');
  if (encoded === undefined || more.length > 0) return reason('statement-malformed', 'not a compact JWS');
  const value = jsonObject(Buffer.from(encoded, 'base64url').toString('utf8'));
  if (value === null) return reason('statement-malformed', 'header is no JSON object');
  if (header.Check(value)) return value;
  if (value['alg'] !== 'ES256') return reason('statement-algorithm-not-allowed', 'RFC 8725 §3.1');
  if (value['x5c'] === undefined) return reason('statement-without-certificate', 'RFC 7515 §4.1.6');
  const [first] = header.Errors(value);
  return reason('statement-malformed', `header ${first?.instancePath ?? ''} ${first?.message ?? ''}`);
}

function readChain(x5c: readonly string[]): readonly UnverifiedCertificate[] | Reason {
  const certificates: UnverifiedCertificate[] = [];
  for (const text of x5c) {
    const attempt = parseCertificate(Uint8Array.from(Buffer.from(text, 'base64')));
    if (attempt.status === 'failed') return attempt.reason;
    certificates.push(attempt.value);
  }
  return certificates;
}

async function verifiedPayload(jws: string, signer: UnverifiedCertificate): Promise<Uint8Array | Reason> {
  try {
    const { payload } = await compactVerify(jws, signer.publicKey, { algorithms: ['ES256'] });
    return payload;
  } catch (error) {
    if (error instanceof errors.JWSSignatureVerificationFailed)
      return reason('statement-signature-invalid', 'RFC 7515 §5.2');
    if (error instanceof errors.JOSEError) return reason('statement-malformed', error.message);
    throw error;
  }
}

function isReason(value: object): value is Reason {
  return 'code' in value;
}

/**
 * Opens a signed statement: header with exactly `alg` ES256, the asked `typ` and `x5c`; signature by the first
 * certificate; path to one of the anchors with key usage digitalSignature; JSON object inside. Time, nonce and
 * audience are in the payload and are the caller's to check. Undetermined only where the path is.
 */
export async function openStatement(
  jws: string,
  options: {
    readonly type: string;
    readonly anchors: readonly UnverifiedCertificate[];
    readonly at: Date;
    readonly revocation?: RevocationSource;
  },
): Promise<Outcome<OpenedStatement>> {
  const { type, anchors, at, revocation } = options;
  const fields = readHeader(jws);
  if (isReason(fields)) return rejected(fields);
  if (fields.typ !== type) return rejected(reason('statement-type-wrong', `RFC 8725 §3.11: ${fields.typ}`));
  const certificates = readChain(fields.x5c);
  if (isReason(certificates)) return rejected(certificates);
  const [certificate, ...intermediates] = certificates;
  if (certificate === undefined) return rejected(reason('statement-without-certificate', 'RFC 7515 §4.1.6'));
  if (certificate.publicKey.asymmetricKeyDetails?.namedCurve !== 'prime256v1')
    return rejected(reason('statement-algorithm-not-allowed', 'RFC 7518 §3.4: the key is not P-256'));
  const bytes = await verifiedPayload(jws, certificate);
  if (!(bytes instanceof Uint8Array)) return rejected(bytes);
  const chain = await validatePath({
    certificate,
    intermediates,
    anchors,
    at,
    keyUsage: 'digitalSignature',
    ...(revocation === undefined ? {} : { revocation }),
  });
  if (chain.status !== 'verified') return chain;
  const payload = jsonObject(new TextDecoder().decode(bytes));
  if (payload === null) return rejected(reason('statement-malformed', 'payload is no JSON object'));
  return verified({ payload, chain: chain.value }, chain.reasons);
}
