import { describe, expect, it } from 'vitest';
import { makeAuthority, now } from '../../test/workshop.ts';
import { restAfterSilence } from './rest-after-silence.ts';
import type { RevocationStatus } from './revocation-source.ts';

const { certificate } = makeAuthority({ name: 'Root' });
const silent: RevocationStatus = {
  kind: 'unknown',
  reason: { code: 'status-response-unavailable', detail: 'timeout' },
};

function world() {
  const state = { status: silent, at: now.getTime(), asked: 0 };
  const source = restAfterSilence(
    {
      async statusOf() {
        state.asked += 1;
        return state.status;
      },
    },
    { clock: () => new Date(state.at), restMs: 1000 },
  );
  return { state, ask: () => source.statusOf(certificate, certificate, now) };
}

describe('a source that rests after silence', () => {
  it('is not asked again until its rest is over', async () => {
    const { state, ask } = world();
    expect([await ask(), await ask()]).toEqual([silent, silent]);
    expect(state.asked).toBe(1);
    state.status = { kind: 'good' };
    state.at += 999;
    expect(await ask()).toEqual(silent);
    state.at += 1;
    expect([await ask(), await ask()]).toEqual([{ kind: 'good' }, { kind: 'good' }]);
    expect(state.asked).toBe(3);
  });

  it('is asked again at once where it did answer, whatever it said', async () => {
    const { state, ask } = world();
    state.status = { kind: 'unknown', reason: { code: 'status-response-refused', detail: 'tryLater' } };
    await ask();
    state.status = { kind: 'revoked', at: now, reason: 'superseded' };
    expect(await ask()).toMatchObject({ kind: 'revoked' });
  });
});
