import { describe, expect, it } from 'vitest';
import { makeAuthority, now } from '../../test/workshop.ts';
import { firstToKnow } from './first-to-know.ts';
import type { RevocationSource, RevocationStatus } from './revocation-source.ts';

const { certificate } = makeAuthority({ name: 'Root' });
const asked: string[] = [];
const source = (name: string, status: RevocationStatus): RevocationSource => ({
  async statusOf() {
    asked.push(name);
    return status;
  },
});
const unknown = (code: string): RevocationStatus => ({ kind: 'unknown', reason: { code, detail: code } });
const good: RevocationStatus = { kind: 'good' };
const revoked: RevocationStatus = { kind: 'revoked', at: now, reason: 'superseded' };

async function ask(...sources: readonly RevocationSource[]): Promise<RevocationStatus> {
  asked.length = 0;
  return firstToKnow(sources).statusOf(certificate, certificate, now);
}

describe('several sources of revocation', () => {
  it('are asked in order until one knows, and no further', async () => {
    expect(await ask(source('a', unknown('x')), source('b', revoked), source('c', good))).toEqual(revoked);
    expect(asked).toEqual(['a', 'b']);
  });

  it('do not know together what none of them knows, and say why', async () => {
    const status = await ask(source('a', unknown('x')), source('b', unknown('y')));
    expect(status).toEqual({ kind: 'unknown', reason: { code: 'x', detail: 'x, then y' } });
  });

  it('know nothing where there are none', async () => {
    expect(await ask()).toMatchObject({ kind: 'unknown', reason: { code: 'status-responder-missing' } });
  });
});
