import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFaceTryLedger } from './face-try-ledger.ts';

function ledger(maximumTries = 5) {
  let now = 0;
  const tries = createFaceTryLedger({
    maximumTries,
    windowMs: 1000,
    key: new Uint8Array(32),
    clock: () => new Date(now),
  });
  return {
    tries,
    pass: (ms: number) => {
      now += ms;
    },
  };
}

test('tries are counted for each card by itself', () => {
  const { tries } = ledger();
  tries.spend('a');
  tries.spend('a');
  expect([tries.triesLeft('a'), tries.triesLeft('b')]).toEqual([3, 5]);
});

test('a try is forgotten when its window has passed, and all are once the person was identified', () => {
  const { tries, pass } = ledger();
  tries.spend('a');
  pass(600);
  tries.spend('a');
  expect(tries.triesLeft('a')).toBe(3);
  pass(600);
  expect(tries.triesLeft('a')).toBe(4);
  tries.clear('a');
  expect(tries.triesLeft('a')).toBe(5);
});

test('within any window no card gets more comparisons than allowed', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 400 }), { maxLength: 60 }), (pauses) => {
      const { tries, pass } = ledger(5);
      const at: number[] = [];
      let now = 0;
      for (const pause of pauses) {
        pass(pause);
        now += pause;
        if (tries.triesLeft('a') === 0) continue;
        tries.spend('a');
        at.push(now);
      }
      for (const [index, first] of at.entries()) {
        const sixth = at[index + 5];
        if (sixth !== undefined) expect(sixth - first).toBeGreaterThanOrEqual(1000);
      }
    }),
  );
});
