import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

/** The time as a virtual card knows it: milliseconds that only go forward, and waiting. */
export interface CardClock {
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}

/** The machine's own clock. */
export const systemClock: CardClock = {
  now: () => performance.now(),
  sleep: async (milliseconds) => {
    await sleep(milliseconds);
  },
};
