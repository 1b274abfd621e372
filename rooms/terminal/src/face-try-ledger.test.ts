import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFaceTryLedger } from './face-try-ledger.ts';

function ledger(maximumTries = 5) {
  let now = Date.UTC(2026, 10, 24);
  const tries = createFaceTryLedger({ maximumTries, key: new Uint8Array(32), clock: () => new Date(now) });
  return {
    tries,
    pass: (ms: number) => {
      now += ms;
    },
    fail: (times: number, live = false, card = 'a') => {
      for (let count = 0; count < times; count += 1) tries.spend(card, { live });
    },
  };
}

test('tries are counted for each card by itself', () => {
  const { tries, fail } = ledger();
  fail(2);
  expect(tries.standing('a')).toEqual({ failed: 2, triesLeft: 3, waitMs: 0 });
  expect(tries.standing('b')).toEqual({ failed: 0, triesLeft: 5, waitMs: 0 });
});

test('five failed tries in a row, and each further one waits thirty seconds (NIST SP 800-63B-4, 3.2.3)', () => {
  const { tries, pass, fail } = ledger();
  fail(4);
  expect(tries.standing('a')).toEqual({ failed: 4, triesLeft: 1, waitMs: 0 });
  fail(1);
  expect(tries.standing('a')).toEqual({ failed: 5, triesLeft: 1, waitMs: 30_000 });
  pass(29_999);
  expect(tries.standing('a').waitMs).toBe(1);
  pass(1);
  expect(tries.standing('a')).toEqual({ failed: 5, triesLeft: 1, waitMs: 0 });
  fail(1);
  expect(tries.standing('a').waitMs).toBe(30_000);
});

test('ten tries that showed a living person, before the first wait', () => {
  const { tries, fail } = ledger();
  fail(9, true);
  expect(tries.standing('a')).toEqual({ failed: 9, triesLeft: 1, waitMs: 0 });
  fail(1, true);
  expect(tries.standing('a').waitMs).toBe(30_000);
});

test('tries of both kinds add up: a living one counts half', () => {
  const { tries, fail } = ledger();
  fail(3);
  fail(3, true);
  expect(tries.standing('a')).toEqual({ failed: 6, triesLeft: 1, waitMs: 0 });
  fail(1, true);
  expect(tries.standing('a').waitMs).toBe(30_000);
});

test('trying on and on: after fifty in a row, a hundred living ones, the face is closed', () => {
  for (const [live, most] of [
    [false, 50],
    [true, 100],
  ] as const) {
    const { tries, pass, fail } = ledger();
    for (let count = 1; count < most; count += 1) {
      fail(1, live);
      pass(30_000);
    }
    expect(tries.standing('a').triesLeft).toBe(1);
    fail(1, live);
    expect(tries.standing('a')).toEqual({ failed: most, triesLeft: 0, waitMs: 0 });
    pass(60 * 60_000);
    expect(tries.standing('a').triesLeft).toBe(0);
  }
});

test('the count begins anew once the person was identified, and a day after the last try', () => {
  const { tries, pass, fail } = ledger();
  fail(5);
  tries.clear('a');
  expect(tries.standing('a')).toEqual({ failed: 0, triesLeft: 5, waitMs: 0 });
  fail(5);
  pass(24 * 60 * 60_000 + 1);
  expect(tries.standing('a')).toEqual({ failed: 0, triesLeft: 5, waitMs: 0 });
});

test('whatever the order of tries and pauses, the sixth failure in a row comes thirty seconds after the fifth', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 40_000 }), { maxLength: 60 }), (pauses) => {
      const { tries, pass, fail } = ledger();
      const at: number[] = [];
      let now = 0;
      for (const pause of pauses) {
        pass(pause);
        now += pause;
        const { triesLeft, waitMs } = tries.standing('a');
        if (triesLeft === 0 || waitMs > 0) continue;
        fail(1);
        at.push(now);
      }
      for (let index = 5; index < at.length; index += 1) {
        expect((at[index] ?? 0) - (at[index - 1] ?? 0)).toBeGreaterThanOrEqual(30_000);
      }
    }),
  );
});
