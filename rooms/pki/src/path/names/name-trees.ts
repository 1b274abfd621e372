import { type Reason, reason } from '@honnin/outcome';
import type { GeneralName } from '../../certificate/general-name.ts';
import type { NameConstraints, UnverifiedCertificate } from '../../certificate/unverified-certificate.ts';
import { compareName } from './compare-name.ts';

/** So that many names under many trees cannot keep the machine busy. */
const maximumComparisons = 100_000;

/** A mailbox outside ASCII, which the rules for mailboxes cover too (RFC 9598 §6); it is not compared here. */
const internationalMailbox = '1.3.6.1.5.5.7.8.9';

/** Names are compared within their kind; kinds without rules are told apart by their object identifier. */
function kindOf(name: GeneralName): string {
  if (name.kind !== 'other') return name.kind;
  return name.type === internationalMailbox ? 'mail' : `other ${name.type}`;
}

function written(name: GeneralName): string {
  switch (name.kind) {
    case 'directory':
      return `directory name ${name.name.text}`;
    case 'address':
      return `address ${Buffer.from(name.octets).toString('hex')}`;
    case 'other':
      return `name of kind ${name.type}`;
    default:
      return `${name.kind} ${name.text}`;
  }
}

/** Everything that a certificate is called: subject, alternative names, addresses inside the subject. */
function namesOf({ subject, alternativeNames }: UnverifiedCertificate): GeneralName[] {
  return [
    ...(subject.parts.length === 0 ? [] : [{ kind: 'directory', name: subject } as const]),
    ...alternativeNames,
    ...subject.mailAddresses.map((text) => ({ kind: 'mail', text }) as const),
  ];
}

function byKind(names: readonly GeneralName[]): Map<string, GeneralName[]> {
  const kinds = new Map<string, GeneralName[]>();
  for (const name of names) {
    const alike = kinds.get(kindOf(name));
    if (alike === undefined) kinds.set(kindOf(name), [name]);
    else alike.push(name);
  }
  return kinds;
}

/** permitted_subtrees and excluded_subtrees of RFC 5280 §6.1.2 (b), (c), as a path is walked from its anchor. */
export interface NameTrees {
  /** §6.1.3 (b), (c): why a certificate may not be called as it is, or null. */
  objection(certificate: UnverifiedCertificate): Reason | null;
  /** §6.1.4 (g): further certificates must lie in these trees too. */
  narrow(constraints: NameConstraints): void;
}

/**
 * Begins with the trees of §6.1.1 (h), (i). A name counts as permitted when every set of trees that has its kind
 * has it inside; what cannot be compared is refused wherever its kind is constrained.
 */
export function createNameTrees(initial: NameConstraints): NameTrees {
  // An intersection of unions: one union for each certificate that constrained the kind.
  const permitted = new Map<string, GeneralName[][]>();
  const excluded = new Map<string, GeneralName[]>();
  let comparisons = 0;

  const isInside = (name: GeneralName, trees: readonly GeneralName[]): boolean =>
    trees.some((tree) => {
      comparisons += 1;
      return compareName(name, tree) === 'inside';
    });
  const mayBeInside = (name: GeneralName, trees: readonly GeneralName[]): boolean =>
    trees.some((tree) => {
      comparisons += 1;
      return compareName(name, tree) !== 'outside';
    });

  const objectionTo = (name: GeneralName): string | null => {
    const kind = kindOf(name);
    if (mayBeInside(name, excluded.get(kind) ?? [])) return '§6.1.3 (c), excluded';
    const allowed = (permitted.get(kind) ?? []).every((trees) => isInside(name, trees));
    return allowed ? null : '§6.1.3 (b), not permitted';
  };

  const narrow = (constraints: NameConstraints): void => {
    for (const [kind, trees] of byKind(constraints.permitted))
      permitted.set(kind, [...(permitted.get(kind) ?? []), trees]);
    for (const [kind, trees] of byKind(constraints.excluded))
      excluded.set(kind, [...(excluded.get(kind) ?? []), ...trees]);
  };

  narrow(initial);
  return {
    objection(certificate) {
      for (const name of namesOf(certificate)) {
        const clause = objectionTo(name);
        if (comparisons > maximumComparisons) return reason('path-too-complex', 'limit of name comparisons');
        if (clause !== null) return reason('name-not-permitted', `RFC 5280 ${clause}: ${written(name)}`);
      }
      return null;
    },
    narrow,
  };
}
