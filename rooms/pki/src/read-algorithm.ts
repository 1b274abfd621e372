import type { AlgorithmIdentifier } from '@peculiar/asn1-x509';
import { bytesOf } from './decode-der.ts';
import type { AlgorithmName } from './unverified-certificate.ts';

/** NULL parameters are read as none. */
export function readAlgorithm({ algorithm, parameters }: AlgorithmIdentifier): AlgorithmName {
  return {
    oid: algorithm,
    parameters: parameters === undefined || parameters === null ? null : bytesOf(parameters),
  };
}

/** Signed part and envelope must name the same algorithm (RFC 5280 §4.1.1.2, §5.1.1.2). */
export function sameAlgorithm(a: AlgorithmName, b: AlgorithmName): boolean {
  const none = new Uint8Array();
  return a.oid === b.oid && Buffer.compare(a.parameters ?? none, b.parameters ?? none) === 0;
}
