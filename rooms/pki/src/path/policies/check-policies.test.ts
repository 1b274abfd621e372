import type { Extension } from '@peculiar/asn1-x509';
import { describe, expect, it } from 'vitest';
import {
  anyPolicy,
  inhibitAnyPolicy,
  mappings,
  policies,
  policyConstraints,
} from '../../../test/extensions.ts';
import { makeAuthority, makeParty, now, type Party } from '../../../test/workshop.ts';
import { type PathOptions, validatePath } from '../validate-path.ts';
import { createPolicyGraph } from './policy-graph.ts';

const root = makeAuthority({ name: 'Root' });
const [a, b, c] = ['1.2.392.1.1', '1.2.392.1.2', '1.2.392.1.3'];

/** One authority of a chain, from the top; `again` gives it the name of the one above it (self-issued). */
interface Step {
  readonly extensions: readonly Extension[];
  readonly again?: true;
}

const step = (...extensions: readonly Extension[]): Step => ({ extensions });
const again = (...extensions: readonly Extension[]): Step => ({ extensions, again: true });

/** The last step is the certificate in question. Answers `verified` with the policies, or status and code. */
async function along(
  steps: readonly Step[],
  demands: PathOptions['policies'] = {},
  anchor: Party = root,
): Promise<string> {
  let issuer = anchor;
  const path: Party[] = [];
  for (const [index, { extensions, again: same }] of steps.entries()) {
    const name = same === true ? issuer.name : `Step ${index}`;
    const make = index === steps.length - 1 ? makeParty : makeAuthority;
    issuer = make({ name, issuer, extensions });
    path.unshift(issuer);
  }
  const [leaf, ...issuers] = path;
  if (leaf === undefined) throw new Error('no step');
  const outcome = await validatePath({
    certificate: leaf.certificate,
    intermediates: issuers.map(({ certificate }) => certificate),
    anchors: [anchor.certificate],
    at: now,
    keyUsage: null,
    policies: demands,
  });
  if (outcome.status === 'verified') return `verified ${outcome.value.policies.join(' ')}`.trim();
  return `${outcome.status} ${outcome.reasons[0]?.code} ${outcome.reasons[0]?.detail?.split(':')[0]}`;
}

const explicit = { requireExplicit: true };
const refusedAt = (clause: string) => `rejected policy-not-acceptable RFC 5280 §6.1.${clause}`;

describe('policies', () => {
  it('hold where every certificate has them, and are given to the caller', async () => {
    expect(await along([step(policies(a, b)), step(policies(a))], explicit)).toBe(`verified ${a}`);
  });

  it('are nobody’s concern where none is required', async () => {
    expect(await along([step(policies(a)), step(policies(b))])).toBe('verified');
    expect(await along([step(), step()])).toBe('verified');
  });

  it('end where a certificate has none (§6.1.3 (e))', async () => {
    expect(await along([step(policies(a)), step()], explicit)).toBe(refusedAt('3 (f)'));
    expect(await along([step(), step(policies(a))], explicit)).toBe(refusedAt('3 (f)'));
  });

  it('end where certificates have different ones (§6.1.3 (d))', async () => {
    expect(await along([step(policies(a)), step(policies(b))], explicit)).toBe(refusedAt('3 (f)'));
  });

  it('must be among those that the caller accepts (§6.1.5 (g))', async () => {
    const chain = [step(policies(a, b)), step(policies(a))];
    expect(await along(chain, { ...explicit, acceptable: [a, c ?? ''] })).toBe(`verified ${a}`);
    expect(await along(chain, { ...explicit, acceptable: [b ?? ''] })).toBe(refusedAt('5 (g)'));
    // Not required, and therefore only told.
    expect(await along(chain, { acceptable: [b ?? ''] })).toBe('verified');
    expect(await along(chain, { ...explicit, acceptable: [anyPolicy] })).toBe(`verified ${a}`);
  });
});

describe('anyPolicy', () => {
  it('stands for every policy', async () => {
    expect(await along([step(policies(anyPolicy)), step(policies(a))], explicit)).toBe(`verified ${a}`);
    expect(await along([step(policies(a)), step(policies(anyPolicy))], explicit)).toBe(`verified ${a}`);
    const open = [step(policies(anyPolicy)), step(policies(anyPolicy))];
    expect(await along(open, { ...explicit, acceptable: [b ?? ''] })).toBe(`verified ${b}`);
    expect(await along(open, explicit)).toBe(`verified ${anyPolicy}`);
  });

  it('stands for nothing where the caller inhibits it (§6.1.1 (g))', async () => {
    const chain = [step(policies(anyPolicy)), step(policies(a))];
    expect(await along(chain, { ...explicit, inhibitAny: true })).toBe(refusedAt('3 (f)'));
  });

  it('stands for nothing where an authority inhibits it, at once or after some certificates (§6.1.4 (j))', async () => {
    const chain = (count: number) => [
      step(policies(a), inhibitAnyPolicy(count)),
      step(policies(anyPolicy)),
      step(policies(a)),
    ];
    expect(await along(chain(0), explicit)).toBe(refusedAt('3 (f)'));
    expect(await along(chain(1), explicit)).toBe(`verified ${a}`);
    const deeper = [
      step(policies(a), inhibitAnyPolicy(1)),
      step(policies(a)),
      step(policies(anyPolicy)),
      step(policies(a)),
    ];
    expect(await along(deeper, explicit)).toBe(refusedAt('3 (f)'));
  });

  it('still counts in a self-issued authority, but not in a self-issued certificate in question (§6.1.3 (d)(2))', async () => {
    const renewed = [step(policies(a), inhibitAnyPolicy(0)), again(policies(anyPolicy)), step(policies(a))];
    expect(await along(renewed, explicit)).toBe(`verified ${a}`);
    const last = [step(policies(a), inhibitAnyPolicy(0)), again(policies(anyPolicy))];
    expect(await along(last, explicit)).toBe(refusedAt('3 (f)'));
  });

  it('is inhibited by the anchor too (RFC 5937)', async () => {
    const bound = makeAuthority({ name: 'Bound', extensions: [inhibitAnyPolicy(0)] });
    expect(await along([step(policies(anyPolicy)), step(policies(a))], explicit, bound)).toBe(
      refusedAt('3 (f)'),
    );
  });
});

describe('a required policy', () => {
  it('is required by an authority, at once or after some certificates (§6.1.4 (i))', async () => {
    const chain = (count: number) => [step(policyConstraints({ explicit: count })), step(), step()];
    expect(await along(chain(0))).toBe(refusedAt('3 (f)'));
    expect(await along(chain(1))).toBe(refusedAt('3 (f)'));
    expect(await along(chain(2))).toBe(refusedAt('5 (g)'));
    expect(await along(chain(3))).toBe('verified');
  });

  it('is required by the certificate in question (§6.1.5 (b))', async () => {
    expect(await along([step(), step(policyConstraints({ explicit: 0 }))])).toBe(refusedAt('5 (g)'));
    expect(await along([step(), step(policyConstraints({ explicit: 1 }))])).toBe('verified');
  });

  it('does not come nearer with a self-issued certificate (§6.1.4 (h))', async () => {
    const chain = [step(policyConstraints({ explicit: 2 })), again(), step()];
    expect(await along(chain)).toBe('verified');
    expect(await along([step(policyConstraints({ explicit: 2 })), step(), step()])).toBe(refusedAt('5 (g)'));
  });

  it('cannot be put off by a later authority', async () => {
    const chain = [
      step(policyConstraints({ explicit: 0 })),
      step(policyConstraints({ explicit: 5 })),
      step(),
    ];
    expect(await along(chain)).toBe(refusedAt('3 (f)'));
  });
});

describe('mappings', () => {
  it('translate a policy, and the caller hears it in the anchor’s words (§6.1.4 (b)(1))', async () => {
    const chain = [step(policies(a), mappings([a, b])), step(policies(b))];
    expect(await along(chain, { ...explicit, acceptable: [a] })).toBe(`verified ${a}`);
    expect(await along(chain, { ...explicit, acceptable: [b ?? ''] })).toBe(refusedAt('5 (g)'));
  });

  it('take a policy away from those who do not follow', async () => {
    expect(await along([step(policies(a), mappings([a, b])), step(policies(a))], explicit)).toBe(
      refusedAt('3 (f)'),
    );
  });

  it('translate into several, and several into one', async () => {
    const wide = [step(policies(a), mappings([a, b], [a, c])), step(policies(c))];
    expect(await along(wide, explicit)).toBe(`verified ${a}`);
    const joint = [step(policies(a, b), mappings([a, c], [b, c])), step(policies(c))];
    expect(await along(joint, { ...explicit, acceptable: [b ?? ''] })).toBe(`verified ${b}`);
  });

  it('translate twice', async () => {
    const chain = [
      step(policies(a), mappings([a, b])),
      step(policies(b), mappings([b, c])),
      step(policies(c)),
    ];
    expect(await along(chain, explicit)).toBe(`verified ${a}`);
  });

  it('translate what stands only under anyPolicy (§6.1.4 (b)(1))', async () => {
    const chain = [step(policies(anyPolicy), mappings([a, b])), step(policies(b))];
    expect(await along(chain, { ...explicit, acceptable: [a] })).toBe(`verified ${a}`);
  });

  it('end the policy where mapping is inhibited, by the caller or an authority (§6.1.4 (b)(2))', async () => {
    const chain = [step(policies(a), mappings([a, b])), step(policies(b))];
    expect(await along(chain, { ...explicit, inhibitMapping: true })).toBe(refusedAt('3 (f)'));
    // The policy that was to be mapped does not live on under its own name.
    const unmoved = [step(policies(a), mappings([a, b])), step(policies(a))];
    expect(await along(unmoved, { ...explicit, inhibitMapping: true })).toBe(refusedAt('3 (f)'));
    const inhibited = (count: number) => [
      step(policies(a), policyConstraints({ mapping: count })),
      step(policies(a), mappings([a, b])),
      step(policies(b)),
    ];
    expect(await along(inhibited(0), explicit)).toBe(refusedAt('3 (f)'));
    expect(await along(inhibited(1), explicit)).toBe(`verified ${a}`);
  });

  it('of anyPolicy are refused, either way, even where no policy is required (§6.1.4 (a))', async () => {
    for (const pair of [[a, anyPolicy] as const, [anyPolicy, a] as const])
      expect(await along([step(policies(a), mappings(pair)), step(policies(a))])).toBe(refusedAt('4 (a)'));
  });
});

describe('the policy graph', () => {
  it('does not grow with the number of ways through it: many mappings over many certificates (RFC 9618 §1)', () => {
    const names = Array.from({ length: 60 }, (_, at) => `1.2.3.${at}`);
    const all = new Map(names.map((name) => [name, new Set(names)]));
    const graph = createPolicyGraph();
    const before = performance.now();
    for (let depth = 0; depth < 9; depth += 1) {
      graph.grow(names, true);
      graph.map(all, true);
    }
    graph.grow(names, true);
    expect(graph.authorityPolicies()).toEqual(new Set(names));
    expect(performance.now() - before).toBeLessThan(1000);
  });
});
