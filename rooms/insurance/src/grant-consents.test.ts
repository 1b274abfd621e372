import { describe, expect, it } from 'vitest';
import { grantConsents } from './grant-consents.ts';

const at = '2026-11-24T00:15:30.000Z';

describe('grantConsents', () => {
  it('opens given information for 24 hours, and the specific disease certificate without a period', () => {
    expect(
      grantConsents(
        [
          { group: 'YZK', given: true, at },
          { group: 'TSR', given: true, at },
          { group: 'TKK', given: false, at },
        ],
        { withheld: false },
      ),
    ).toEqual([
      { group: 'YZK', given: true, at, availableUntil: '2026-11-25T00:15:30.000Z' },
      { group: 'TSR', given: true, at },
      { group: 'TKK', given: false, at },
    ]);
  });

  it('records nothing as given when it is withheld', () => {
    expect(grantConsents([{ group: 'YZK', given: true, at }], { withheld: true })).toEqual([
      { group: 'YZK', given: false, at },
    ]);
  });
});
