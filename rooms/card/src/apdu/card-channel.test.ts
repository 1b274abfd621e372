import { done } from '@honnin/outcome';
import { describe, expect, it } from 'vitest';
import { CardChannel } from './card-channel.ts';
import type { CardConnection } from './card-connection.ts';

/** A card that knows one conversation by heart. */
function scripted(...lines: readonly (readonly [command: string, answer: string])[]): CardConnection {
  const left = [...lines];
  return {
    readerName: 'Script 00',
    atr: new Uint8Array(0),
    async transmit(command) {
      const [expected, answer = ''] = left.shift() ?? ['nothing more'];
      expect(Buffer.from(command).toString('hex')).toBe(expected);
      return done(Uint8Array.from(Buffer.from(answer, 'hex')));
    },
    async [Symbol.asyncDispose]() {},
  };
}

const read = { cla: 0, ins: 0xb0, p1: 0, p2: 0, le: 256 };

describe('CardChannel', () => {
  it('repeats a command with the Le that 6Cxx names', async () => {
    const channel = new CardChannel(scripted(['00b0000000', '6c03'], ['00b0000003', '0102039000']));
    expect(await channel.send(read)).toMatchObject({ value: { statusWord: 0x9000 } });
  });

  it('fetches in pieces what 61xx announces', async () => {
    const channel = new CardChannel(
      scripted(['00b0000000', '01026102'], ['00c0000002', '03046101'], ['00c0000001', '059000']),
    );
    const answer = await channel.send(read);
    expect(answer.status === 'done' && Buffer.from(answer.value.data).toString('hex')).toBe('0102030405');
  });

  it('does not fetch for ever', async () => {
    const lines = Array.from({ length: 20 }, () => ['00c0000010', '6110'] as const);
    const channel = new CardChannel(scripted(['00b0000000', '6110'], ...lines));
    expect(await channel.send(read)).toMatchObject({ reason: { code: 'response-torn' } });
  });

  it('selects an application once, and again when it was asked to', async () => {
    const aid = Uint8Array.of(0xa0, 1, 2, 3, 4);
    const select = ['00a4040c05a001020304', '9000'] as const;
    const channel = new CardChannel(scripted(select, select));
    for (const selected of [
      await channel.selectApplication(aid, 'test'),
      await channel.selectApplication(aid, 'test'),
      await channel.reselectApplication(aid, 'test'),
    ])
      expect(selected.status).toBe('done');
  });

  it('leaves no command behind in memory once it was answered', async () => {
    let sent: Uint8Array | undefined;
    const channel = new CardChannel({
      ...scripted(),
      async transmit(command) {
        sent = command;
        return done(Uint8Array.of(0x90, 0));
      },
    });
    await channel.send({ cla: 0, ins: 0x20, p1: 0, p2: 0x80, data: Buffer.from('1234') });
    expect(sent?.every((byte) => byte === 0)).toBe(true);
  });

  it('refuses an object that claims to be longer than a file can be', async () => {
    const channel = new CardChannel(
      scripted(['00a4020c020002', '9000'], ['00b0000000', 'ff2084ffffffff00119000']),
    );
    expect(await channel.readObject(2, 0xff20)).toMatchObject({ reason: { code: 'card-data-malformed' } });
  });
});
