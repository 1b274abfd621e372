import { describe, expect, it } from 'vitest';
import { ecKey, later, makeAuthority, makeParty, now, type Party } from '../../test/workshop.ts';
import { type PathOptions, validatePath } from './validate-path.ts';

const root = makeAuthority({ name: 'Root' });

async function judged(leaf: Party, issuers: readonly Party[], options: Partial<PathOptions> = {}) {
  const outcome = await validatePath({
    certificate: leaf.certificate,
    intermediates: issuers.map(({ certificate }) => certificate),
    anchors: [root.certificate],
    at: now,
    keyUsage: null,
    ...options,
  });
  return outcome.status === 'verified'
    ? outcome.value.path.map(({ subject }) => subject.text.replace('CN=', '')).join(' < ')
    : `${outcome.status} ${outcome.reasons[0]?.code}`;
}

describe('building a path', () => {
  it('comes through two authorities that certify each other in a circle', async () => {
    const [east, west] = [ecKey(), ecKey()];
    const eastByRoot = makeAuthority({ name: 'East', key: east, issuer: root });
    const westByEast = makeAuthority({ name: 'West', key: west, issuer: eastByRoot });
    const eastByWest = makeAuthority({ name: 'East', key: east, issuer: westByEast });
    const holder = makeParty({ name: 'Holder', issuer: eastByWest });
    expect(await judged(holder, [eastByWest, westByEast, eastByRoot])).toBe('Holder < East');
    expect(await judged(holder, [eastByWest, westByEast])).toBe('rejected issuer-not-trusted');
  });

  it('goes on to another way where the first one has expired', async () => {
    const key = ecKey();
    const old = makeAuthority({ name: 'Middle', key, issuer: root, notAfter: later(-1) });
    const bridge = makeAuthority({ name: 'Bridge', issuer: root });
    const crossed = makeAuthority({ name: 'Middle', key, issuer: bridge });
    const holder = makeParty({ name: 'Holder', issuer: old });
    expect(await judged(holder, [old, crossed, bridge])).toBe('Holder < Middle < Bridge');
    expect(await judged(holder, [old])).toBe('rejected issuer-expired');
  });

  it('chooses among anchors and authorities of one name by key identifier, and without any by signature', async () => {
    const generations = [1, 2, 3].map(() => makeAuthority({ name: 'Root' }));
    const anchors = [...generations, root].map(({ certificate }) => certificate);
    const named = makeParty({ name: 'Holder', issuer: root });
    const unnamed = makeParty({ name: 'Holder', issuer: root, anonymousKeys: true });
    expect(await judged(named, [], { anchors })).toBe('Holder');
    expect(await judged(unnamed, [], { anchors })).toBe('Holder');
  });

  it('ends at the limit of intermediates that the caller sets', async () => {
    const first = makeAuthority({ name: 'First', issuer: root });
    const second = makeAuthority({ name: 'Second', issuer: first });
    const holder = makeParty({ name: 'Holder', issuer: second });
    expect(await judged(holder, [second, first], { maximumIntermediates: 2 })).toBe(
      'Holder < Second < First',
    );
    expect(await judged(holder, [second, first], { maximumIntermediates: 1 })).toBe(
      'rejected issuer-not-trusted',
    );
    const directly = makeParty({ name: 'Holder', issuer: root });
    expect(await judged(directly, [], { maximumIntermediates: 0 })).toBe('Holder');
  });

  it('is not kept busy by cross-certificates that multiply the ways', async () => {
    const keys = Array.from({ length: 6 }, () => ecKey());
    const layers = keys.map((key, index) => ({ key, name: `Layer ${index}` }));
    const certificates: Party[] = [];
    for (const [index, { key, name }] of layers.entries())
      for (const [above, issuer] of layers.entries())
        if (index !== above)
          certificates.push(
            makeAuthority({
              name,
              key,
              issuer: { ...root, subject: makeAuthority({ ...issuer }).subject, key: issuer.key },
            }),
          );
    const [bottom] = certificates;
    if (bottom === undefined) throw new Error('no layer');
    const holder = makeParty({ name: 'Holder', issuer: bottom });
    const before = performance.now();
    expect(await judged(holder, certificates)).toMatch(
      /^(rejected issuer-not-trusted|undetermined path-too-complex)$/,
    );
    expect(performance.now() - before).toBeLessThan(2000);
  });
});
