import type { ConsentChoice, ConsentGrant } from './consent.ts';

const availableMs = 24 * 60 * 60 * 1000;

/**
 * What the service records for the patient's choices. Given information can be fetched for 24 hours from the
 * moment of the choice; the specific disease certificate (TSR) comes with the answer itself and has no such
 * period. With `withheld` (a certificate in its months of grace opens eligibility only) nothing is given,
 * whatever the patient chose.
 */
export function grantConsents(
  choices: readonly ConsentChoice[],
  options: { readonly withheld: boolean },
): ConsentGrant[] {
  return choices.map(({ group, given, at }) => {
    if (!given || options.withheld) return { group, given: false, at };
    if (group === 'TSR') return { group, given, at };
    return { group, given, at, availableUntil: new Date(Date.parse(at) + availableMs).toISOString() };
  });
}
