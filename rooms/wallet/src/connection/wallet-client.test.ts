import { describe, expect, it } from 'vitest';
import { createWalletClient } from './wallet-client.ts';

describe('the wallet client', () => {
  it('names the card in the address, whatever its id holds', async () => {
    const asked: string[] = [];
    const client = createWalletClient(async (address, init) => {
      asked.push(`${init?.method} ${String(address)}`);
      return new Response(null, { status: 204 });
    });
    expect(await client.lay('a/b')).toEqual({ status: 'done', value: null });
    await client.discard('own-1');
    expect(asked).toEqual(['POST /wallet/api/cards/a%2Fb/lay', 'DELETE /wallet/api/cards/own-1']);
  });

  it('passes on why a card could not be made', async () => {
    const problem = { code: 'own-photo-without-face', message: { ja: 'あ', en: 'a' } };
    const client = createWalletClient(
      async () => new Response(JSON.stringify({ ...problem, number: 'H104' }), { status: 422 }),
    );
    expect(await client.lay('sato')).toMatchObject({ status: 'failed', problem });
  });

  it('says that the demo is away', async () => {
    const client = createWalletClient(() => Promise.reject(new TypeError('failed to fetch')));
    expect(await client.takeAway()).toEqual({ status: 'failed', problem: null });
  });
});
