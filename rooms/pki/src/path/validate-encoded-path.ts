import { type Attempt, type Outcome, type Reason, reason, rejected } from '@honnin/outcome';
import type { KeyUsage } from '../certificate/key-usage.ts';
import { parseCertificate } from '../certificate/parse-certificate.ts';
import {
  createListRevocationSource,
  revocationListsAtHand,
} from '../revocation/create-list-revocation-source.ts';
import { parseRevocationList } from '../revocation/parse-revocation-list.ts';
import { type Encoded, encodedBlocks } from './encoded-blocks.ts';
import { type PathOptions, validatePath } from './validate-path.ts';
import type { VerifiedChain } from './verified-chain.ts';

/** The options of `validatePath`, with certificates and lists as they lie in files: DER, or PEM with one or several. */
export interface EncodedPathOptions
  extends Omit<PathOptions, 'certificate' | 'intermediates' | 'anchors' | 'keyUsage'> {
  /** The certificate in question first, then whatever may lie between it and an anchor, in any order. */
  readonly certificates: readonly Encoded[];
  readonly anchors: readonly Encoded[];
  /** Default null: any use will do. */
  readonly keyUsage?: KeyUsage | null;
  /** Where given, even empty, revocation is checked by these lists alone; `revocation` then has no part. */
  readonly lists?: readonly Encoded[];
}

interface Read<T> {
  readonly values: readonly T[];
  readonly reasons: readonly Reason[];
}

/** What can be read; what cannot is left out, and its reason kept for an outcome that is not verified. */
function readAll<T>(
  encoded: readonly Encoded[],
  label: string,
  parse: (der: Uint8Array) => Attempt<T>,
): Read<T> {
  const attempts = encoded.flatMap((item) => encodedBlocks(item, label)).map(parse);
  return {
    values: attempts.flatMap((attempt) => (attempt.status === 'done' ? [attempt.value] : [])),
    reasons: attempts.flatMap((attempt) => (attempt.status === 'failed' ? [attempt.reason] : [])),
  };
}

/**
 * `validatePath` for certificates that were not parsed before: one call from files to an outcome. Rejected with
 * `certificate-malformed` where the certificate in question cannot be read; other certificates, anchors and lists
 * that cannot be read are left out, and named after the reasons of an outcome that is not verified.
 */
export async function validateEncodedPath(options: EncodedPathOptions): Promise<Outcome<VerifiedChain>> {
  const { certificates, anchors, lists, keyUsage = null, ...demands } = options;
  const [first, ...more] = certificates.flatMap((item) => encodedBlocks(item, 'CERTIFICATE'));
  if (first === undefined) return rejected(reason('certificate-malformed', 'no certificate'));
  const certificate = parseCertificate(first);
  if (certificate.status === 'failed') return rejected(certificate.reason);
  const others = readAll(more, 'CERTIFICATE', parseCertificate);
  const trusted = readAll(anchors, 'CERTIFICATE', parseCertificate);
  const revoked = lists === undefined ? null : readAll(lists, 'X509 CRL', parseRevocationList);
  const outcome = await validatePath({
    ...demands,
    certificate: certificate.value,
    intermediates: others.values,
    anchors: trusted.values,
    keyUsage,
    ...(revoked === null
      ? {}
      : {
          revocation: createListRevocationSource({ lookup: revocationListsAtHand(revoked.values) }),
        }),
  });
  if (outcome.status === 'verified') return outcome;
  const left = [...others.reasons, ...trusted.reasons, ...(revoked?.reasons ?? [])];
  return { ...outcome, reasons: [...outcome.reasons, ...left] };
}
