import { objectIdentifierOf } from './der-primitives.ts';
import { type DerReader, derTag } from './der-reader.ts';
import type { AlgorithmName } from './unverified-certificate.ts';

/** The next value as AlgorithmIdentifier (RFC 5280 §4.1.1.2). */
export function takeAlgorithm(reader: DerReader): AlgorithmName {
  const fields = reader.enter(derTag.sequence);
  const oid = objectIdentifierOf(fields.take(derTag.objectIdentifier).contents);
  const parameters = fields.atEnd ? null : fields.takeAny().encoded;
  fields.end();
  return { oid, parameters };
}

/** Signed part and envelope must name the same algorithm (RFC 5280 §4.1.1.2, §5.1.1.2). */
export function sameAlgorithm(a: AlgorithmName, b: AlgorithmName): boolean {
  const none = new Uint8Array();
  return a.oid === b.oid && Buffer.compare(a.parameters ?? none, b.parameters ?? none) === 0;
}
