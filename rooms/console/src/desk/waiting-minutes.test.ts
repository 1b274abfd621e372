import { expect, it } from 'vitest';
import { waitingMinutes } from './waiting-minutes.ts';

it('counts whole minutes of waiting, and none when the clocks disagree', () => {
  const arrival = { updatedAt: '2026-11-24T00:10:00.000Z' };
  expect(waitingMinutes(arrival, new Date('2026-11-24T00:12:59Z'))).toBe(2);
  expect(waitingMinutes(arrival, new Date('2026-11-24T00:09:00Z'))).toBe(0);
});
