import { type Reason, reason } from '@honnin/outcome';
import { anyPolicy } from '../../certificate/read-policy-extensions.ts';
import type { PolicyMapping, UnverifiedCertificate } from '../../certificate/unverified-certificate.ts';
import { isSelfIssued } from '../is-self-issued.ts';
import { createPolicyGraph } from './policy-graph.ts';

/** What the caller asks of policies, RFC 5280 §6.1.1 (c), (e), (f), (g). */
export interface PolicyDemands {
  /** user-initial-policy-set; null for any policy. */
  readonly acceptable: ReadonlySet<string> | null;
  /** initial-explicit-policy: the path must be good for one of the acceptable policies. */
  readonly requireExplicit: boolean;
  /** initial-policy-mapping-inhibit. */
  readonly inhibitMapping: boolean;
  /** initial-any-policy-inhibit. */
  readonly inhibitAny: boolean;
}

/** What came of it. */
export interface CheckedPolicies {
  readonly objection: Reason | null;
  /** user-constrained-policy-set; it may hold anyPolicy, and is empty where the path is good for none. */
  readonly policies: readonly string[];
}

/** explicit_policy, policy_mapping and inhibit_anyPolicy of RFC 5280 §6.1.2 (d) to (f). */
interface Counters {
  explicit: number;
  mapping: number;
  any: number;
}

function constrain(counters: Counters, { policyConstraints, inhibitAnyPolicy }: UnverifiedCertificate): void {
  const none = Number.POSITIVE_INFINITY;
  counters.explicit = Math.min(counters.explicit, policyConstraints?.requireExplicitPolicy ?? none);
  counters.mapping = Math.min(counters.mapping, policyConstraints?.inhibitPolicyMapping ?? none);
  counters.any = Math.min(counters.any, inhibitAnyPolicy ?? none);
}

function countDown(counters: Counters): void {
  counters.explicit = Math.max(0, counters.explicit - 1);
  counters.mapping = Math.max(0, counters.mapping - 1);
  counters.any = Math.max(0, counters.any - 1);
}

function byIssuerPolicy(mappings: readonly PolicyMapping[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { issuerPolicy, subjectPolicy } of mappings) {
    const subjects = found.get(issuerPolicy) ?? new Set<string>();
    found.set(issuerPolicy, subjects.add(subjectPolicy));
  }
  return found;
}

function mapsAnyPolicy({ policyMappings }: UnverifiedCertificate): boolean {
  return policyMappings.some(
    ({ issuerPolicy, subjectPolicy }) => issuerPolicy === anyPolicy || subjectPolicy === anyPolicy,
  );
}

function notAcceptable(clause: string, { subject }: UnverifiedCertificate): CheckedPolicies {
  return {
    objection: reason('policy-not-acceptable', `RFC 5280 ${clause}: ${subject.text}`),
    policies: [],
  };
}

/** RFC 9618 §5.5: the caller's policies among those of the path. */
function userPolicies(found: ReadonlySet<string>, acceptable: ReadonlySet<string> | null): string[] {
  if (acceptable === null || acceptable.has(anyPolicy)) return [...found];
  return [...acceptable].filter((policy) => found.has(anyPolicy) || found.has(policy));
}

/**
 * Policies of a path (RFC 5280 §6.1.3 (d) to (f), §6.1.4 (a), (b), (h) to (j), §6.1.5 (a), (b), (g), with the
 * graph of RFC 9618). `path` goes from the certificate up to, but without, the anchor, whose own constraints
 * count from the beginning (RFC 5937).
 */
export function checkPolicies(
  path: readonly UnverifiedCertificate[],
  anchor: UnverifiedCertificate,
  demands: PolicyDemands,
): CheckedPolicies {
  const unlimited = path.length + 1;
  const counters: Counters = {
    explicit: demands.requireExplicit ? 0 : unlimited,
    mapping: demands.inhibitMapping ? 0 : unlimited,
    any: demands.inhibitAny ? 0 : unlimited,
  };
  constrain(counters, anchor);
  const graph = createPolicyGraph();
  for (const certificate of path.toReversed()) {
    const final = certificate === path[0];
    const selfIssued = isSelfIssued(certificate);
    graph.grow(certificate.policies, counters.any > 0 || (!final && selfIssued));
    if (counters.explicit === 0 && graph.isEmpty) return notAcceptable('§6.1.3 (f)', certificate);
    if (final) {
      counters.explicit = Math.max(0, counters.explicit - 1);
      if (certificate.policyConstraints?.requireExplicitPolicy === 0) counters.explicit = 0;
      break;
    }
    if (mapsAnyPolicy(certificate)) return notAcceptable('§6.1.4 (a)', certificate);
    graph.map(byIssuerPolicy(certificate.policyMappings), counters.mapping > 0);
    if (!selfIssued) countDown(counters);
    constrain(counters, certificate);
  }
  const policies = userPolicies(graph.authorityPolicies(), demands.acceptable);
  const [certificate] = path;
  return counters.explicit === 0 && policies.length === 0 && certificate !== undefined
    ? notAcceptable('§6.1.5 (g)', certificate)
    : { objection: null, policies };
}
