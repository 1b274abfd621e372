import { afterAll, beforeAll, beforeEach, inject } from 'vitest';
import { type Hospital, type HospitalChoice, missingForHospital, openHospital } from './open-hospital.ts';

/**
 * One hospital for the tests of a file, each of which begins with the first screen and nobody there. Where
 * Chromium or the face models are missing, every test is skipped and says so.
 */
export function useHospital(choice: HospitalChoice = {}): () => Hospital {
  const missing = missingForHospital();
  let hospital: Hospital | null = null;
  beforeAll(async () => {
    if (missing === null) hospital = await openHospital(inject('demoData'), choice);
  });
  afterAll(() => hospital?.[Symbol.asyncDispose]());
  beforeEach(async (ctx) => {
    if (missing !== null) return ctx.skip(missing);
    await hospital?.beginAnew();
  });
  return () => {
    if (hospital === null) throw new Error('the hospital is not open');
    return hospital;
  };
}
