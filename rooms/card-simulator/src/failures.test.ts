import { describe, expect, it } from 'vitest';
import { cardSimulatorFailures } from './failures.ts';

describe('the failures of the simulator', () => {
  it('speak Japanese and English everywhere, and say how to mend it', () => {
    for (const failure of Object.values(cardSimulatorFailures)) {
      for (const text of [failure.patient, failure.staff, failure.cause, failure.remedy]) {
        expect(text.ja).toMatch(/[ぁ-ん]/);
        expect(text.en).toMatch(/^[\p{ASCII}’“”]+$/u);
      }
    }
  });
});
