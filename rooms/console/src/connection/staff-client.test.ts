import { describe, expect, it } from 'vitest';
import { createStaffClient } from './staff-client.ts';

const answering = (status: number, body: unknown) =>
  createStaffClient(async () =>
    status === 204 ? new Response(null, { status }) : new Response(JSON.stringify(body), { status }),
  );

describe('the staff client', () => {
  it('gives what reception answers', async () => {
    expect(await answering(200, [{ id: 'a', name: '受付' }]).people()).toEqual({
      status: 'done',
      value: [{ id: 'a', name: '受付' }],
    });
    expect(await answering(204, null).markSeen('v')).toEqual({ status: 'done', value: null });
  });

  it('passes on the problem that reception names', async () => {
    const problem = { code: 'not-signed-in', number: 'R301', message: { ja: 'あ', en: 'a' } };
    expect(await answering(401, problem).decide('v', 'confirmed')).toEqual({ status: 'failed', problem });
  });

  it('does not take an answer of another shape for good', async () => {
    expect(await answering(200, { people: [] }).people()).toEqual({ status: 'failed', problem: null });
    expect(await answering(502, '<html>').session()).toEqual({ status: 'failed', problem: null });
  });

  it('says that reception could not be reached', async () => {
    const away = createStaffClient(() => Promise.reject(new TypeError('failed to fetch')));
    expect(await away.session()).toEqual({ status: 'failed', problem: null });
  });

  it('keeps a visit id inside its place in the address', async () => {
    const asked: string[] = [];
    const client = createStaffClient(async (address) => {
      asked.push(String(address));
      return new Response(null, { status: 204 });
    });
    await client.markSeen('../session');
    expect(asked).toEqual(['/staff/visits/..%2Fsession/seen']);
  });
});
