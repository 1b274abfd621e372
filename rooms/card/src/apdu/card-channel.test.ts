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

  it('presents a secret once, though the answer asks for the command again (a try spent twice)', async () => {
    const channel = new CardChannel(scripted(['002000800430303030', '6c10']));
    const verify = { cla: 0, ins: 0x20, p1: 0, p2: 0x80, data: Buffer.from('0000') };
    expect(await channel.send(verify)).toMatchObject({ value: { statusWord: 0x6c10 } });
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

  it('asks for a long data object again with an extended Le, and knows an absent one', async () => {
    const channel = new CardChannel(
      scripted(['00ca00f800', '6700'], ['00ca00f8000000', '01029000'], ['00ca123400', '6a88']),
    );
    expect(await channel.getData(0x00f8)).toEqual(done(Uint8Array.of(1, 2)));
    expect(await channel.getData(0x1234)).toEqual(done(null));
  });

  it('sends what secure messaging can carry under it, and forgets it with the application', async () => {
    let disposed = 0;
    const channel = new CardChannel(
      scripted(
        ['08b0840000000596030001000000', '86019000'],
        ['00ca004200', '6a88'],
        ['00a4040c05a001020304', '9000'],
        ['00b0840000', '9000'],
      ),
    );
    channel.protectBy({
      protect: ({ data: _data, ...command }) => ({
        ...command,
        cla: 0x08,
        data: Uint8Array.of(0x96, 3, 0, 1, 0),
        le: 0x1_0000,
      }),
      open: ({ statusWord }) => done({ data: Uint8Array.of(7), statusWord }),
      [Symbol.dispose]: () => (disposed += 1),
    });
    expect(await channel.readStart(4)).toEqual(done(Uint8Array.of(7)));
    expect(await channel.getData(0x0042)).toEqual(done(null));
    await channel.selectApplication(Uint8Array.of(0xa0, 1, 2, 3, 4), 'test');
    expect(disposed).toBe(1);
    expect(await channel.readStart(4)).toEqual(done(new Uint8Array(0)));
  });

  it('refuses an object that claims to be longer than a file can be', async () => {
    const channel = new CardChannel(scripted(['00b0820000', 'ff2084ffffffff00119000']));
    expect(await channel.readObject(2, 0xff20)).toMatchObject({ reason: { code: 'card-data-malformed' } });
  });
});
