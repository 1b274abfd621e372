import { objectIdentifierOf, smallNumberOf } from './der-primitives.ts';
import { contextTag, derTag, enterDer, onlyDer, readAll } from './der-reader.ts';
import type { PolicyConstraints, PolicyMapping } from './unverified-certificate.ts';

/** The policy that stands for all others (RFC 5280 §4.2.1.4). */
export const anyPolicy = '2.5.29.32.0';

/** Policy identifiers; qualifiers are not read. Throws where there is none, or one twice (§4.2.1.4). */
export function readPolicies(value: Uint8Array): readonly string[] {
  const policies = readAll(enterDer(value, derTag.sequence), (reader) =>
    objectIdentifierOf(reader.enter(derTag.sequence).take(derTag.objectIdentifier).contents),
  );
  if (policies.length === 0) throw new Error('certificatePolicies without a policy (RFC 5280 §4.2.1.4)');
  if (new Set(policies).size < policies.length) throw new Error('a policy comes twice (RFC 5280 §4.2.1.4)');
  return policies;
}

/** RFC 5280 §4.2.1.5. */
export function readPolicyMappings(value: Uint8Array): readonly PolicyMapping[] {
  const mappings = readAll(enterDer(value, derTag.sequence), (reader) => {
    const pair = reader.enter(derTag.sequence);
    const issuerPolicy = objectIdentifierOf(pair.take(derTag.objectIdentifier).contents);
    const subjectPolicy = objectIdentifierOf(pair.take(derTag.objectIdentifier).contents);
    pair.end();
    return { issuerPolicy, subjectPolicy };
  });
  if (mappings.length === 0) throw new Error('policyMappings without a mapping (RFC 5280 §4.2.1.5)');
  return mappings;
}

/** RFC 5280 §4.2.1.11; throws where neither number is there. */
export function readPolicyConstraints(value: Uint8Array): PolicyConstraints {
  const fields = enterDer(value, derTag.sequence);
  const explicit = fields.takeOptional(contextTag(0, 'primitive'));
  const mapping = fields.takeOptional(contextTag(1, 'primitive'));
  fields.end();
  if (explicit === null && mapping === null)
    throw new Error('policyConstraints without a constraint (RFC 5280 §4.2.1.11)');
  return {
    requireExplicitPolicy: explicit === null ? null : smallNumberOf(explicit.contents),
    inhibitPolicyMapping: mapping === null ? null : smallNumberOf(mapping.contents),
  };
}

/** RFC 5280 §4.2.1.14. */
export function readInhibitAnyPolicy(value: Uint8Array): number {
  return smallNumberOf(onlyDer(value, derTag.integer));
}
