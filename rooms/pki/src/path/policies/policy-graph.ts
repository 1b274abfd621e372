import { anyPolicy } from '../../certificate/read-policy-extensions.ts';

interface PolicyNode {
  readonly policy: string;
  /** What satisfies this policy in the next certificate. */
  expected: ReadonlySet<string>;
  readonly parents: readonly PolicyNode[];
  children: number;
}

type Level = Map<string, PolicyNode>;

function nodeOf(
  policy: string,
  parents: readonly PolicyNode[],
  expected: ReadonlySet<string> = new Set([policy]),
): PolicyNode {
  for (const parent of parents) parent.children += 1;
  return { policy, expected, parents, children: 0 };
}

/** The policies that a path is good for, certificate by certificate. */
export interface PolicyGraph {
  /** Whether no policy is left. */
  readonly isEmpty: boolean;
  /** RFC 9618 §5.3 on 6.1.3 (d), (e): the policies of the next certificate. */
  grow(policies: readonly string[], anyPolicyCounts: boolean): void;
  /** RFC 9618 §5.4 on 6.1.4 (b): `mappings` by issuer policy; without permission the mapped policies end here. */
  map(mappings: ReadonlyMap<string, ReadonlySet<string>>, permitted: boolean): void;
  /** RFC 9618 §5.5 on 6.1.5 (g): the policies in the words of the anchor's own domain. */
  authorityPolicies(): ReadonlySet<string>;
}

/**
 * valid_policy_graph of RFC 9618: at each depth one node a policy, so that it grows with the certificates and not
 * with the number of ways through them.
 */
export function createPolicyGraph(): PolicyGraph {
  let levels: Level[] = [new Map([[anyPolicy, nodeOf(anyPolicy, [])]])];
  const last = (): Level => levels.at(-1) ?? new Map();

  const remove = (level: Level, node: PolicyNode): void => {
    level.delete(node.policy);
    for (const parent of node.parents) parent.children -= 1;
  };
  /** Nodes above the last level that lead nowhere. */
  const prune = (): void => {
    for (const level of levels.slice(0, -1).reverse())
      for (const node of [...level.values()]) if (node.children === 0) remove(level, node);
    if (levels[0]?.size === 0 || last().size === 0) levels = [];
  };

  return {
    get isEmpty() {
      return levels.length === 0;
    },
    grow(policies, anyPolicyCounts) {
      if (levels.length === 0) return;
      if (policies.length === 0) {
        levels = [];
        return;
      }
      const awaiting = new Map<string, PolicyNode[]>();
      for (const node of last().values())
        for (const policy of node.expected) {
          const nodes = awaiting.get(policy);
          if (nodes === undefined) awaiting.set(policy, [node]);
          else nodes.push(node);
        }
      const wild = last().get(anyPolicy);
      const next: Level = new Map();
      for (const policy of policies) {
        if (policy === anyPolicy) continue;
        const parents = awaiting.get(policy) ?? (wild === undefined ? [] : [wild]);
        if (parents.length > 0) next.set(policy, nodeOf(policy, parents));
      }
      if (anyPolicyCounts && policies.includes(anyPolicy))
        for (const [policy, parents] of awaiting)
          if (!next.has(policy)) next.set(policy, nodeOf(policy, parents));
      levels.push(next);
      prune();
    },
    map(mappings, permitted) {
      if (levels.length === 0) return;
      const level = last();
      for (const [issuerPolicy, subjectPolicies] of mappings) {
        const node = level.get(issuerPolicy);
        if (!permitted) {
          if (node !== undefined) remove(level, node);
        } else if (node !== undefined) {
          node.expected = subjectPolicies;
        } else if (level.has(anyPolicy)) {
          const wild = levels.at(-2)?.get(anyPolicy);
          if (wild !== undefined) level.set(issuerPolicy, nodeOf(issuerPolicy, [wild], subjectPolicies));
        }
      }
      prune();
    },
    authorityPolicies() {
      const found = new Set<string>();
      for (const level of levels)
        for (const { policy, parents } of level.values())
          if (policy !== anyPolicy && parents.length === 1 && parents[0]?.policy === anyPolicy)
            found.add(policy);
      if (last().has(anyPolicy)) found.add(anyPolicy);
      return found;
    },
  };
}
