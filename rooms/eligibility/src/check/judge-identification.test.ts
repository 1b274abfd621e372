import type { VerifiedIdentification } from '@honnin/identification';
import { describe, expect, it } from 'vitest';
import { defaultEligibilityPolicy } from './eligibility-policy.ts';
import { judgeIdentification } from './judge-identification.ts';

const at = new Date('2026-11-23T00:00:00Z');
const institution = { code: '1319999991', name: '架空総合病院' };

/** Only what the judgement looks at. */
function identified(part: object): VerifiedIdentification {
  return {
    method: 'face',
    proof: 'card-session',
    relaxed: [],
    certificate: { notAfter: new Date('2028-01-01T00:00:00Z') },
    certificateStatus: 'in-force',
    revocation: 'good',
    terminal: { id: 'terminal', organisation: institution.name },
    face: { falseMatchRate: 1e-3 },
    ...part,
  } as unknown as VerifiedIdentification;
}
const codes = (part: object, policy = defaultEligibilityPolicy) =>
  judgeIdentification(identified(part), { policy, institution, at }).map(({ code }) => code);

describe('the policy of the service', () => {
  it('has nothing against an identification of the shipped settings', () => {
    expect(codes({})).toEqual([]);
  });

  it('refuses a terminal that lowered its threshold: the face has to be as sure as the service asks', () => {
    expect(codes({ face: { falseMatchRate: 1e-2 } })).toEqual(['face-not-sure-enough']);
    expect(codes({ face: undefined, method: 'pin' })).toEqual([]);
  });

  it('refuses a relaxed rule that it does not list', () => {
    expect(codes({ relaxed: ['rendered-people-passive-liveness'] })).toEqual(['relaxation-not-accepted']);
  });

  it('can insist that the terminal belongs to the institution that asks', () => {
    const own = { ...defaultEligibilityPolicy, terminals: 'same-institution' as const };
    expect(codes({}, own)).toEqual([]);
    expect(codes({ terminal: { id: 'x', organisation: 'another' } }, own)).toEqual([
      'terminal-of-another-institution',
    ]);
  });

  it('ends the grace period by the calendar', () => {
    const expired = (notAfter: string) => ({
      certificateStatus: 'in-grace',
      certificate: { notAfter: new Date(notAfter) },
    });
    expect(codes(expired('2026-08-24T00:00:00Z'))).toEqual([]);
    expect(codes(expired('2026-08-22T00:00:00Z'))).toEqual(['certificate-expired']);
  });
});
