import { describe, expect, it, vi } from 'vitest';
import { fakePcsc } from '../../test/fake-pcsc.ts';
import { PCSC_CODE } from './pcsc-code.ts';
import { openPcscConnection } from './pcsc-connection.ts';
import type { PcscLibrary } from './pcsc-library.ts';
import { PCSC_STATE } from './pcsc-state.ts';
import { createReaderLimits } from './reader-limits.ts';

const COMMAND = Uint8Array.of(0, 0xb0, 0, 0, 0);
const failure = (code: string) => ({ status: 'failed', reason: { code } });

const limitsOf = (answerWithinMs = 1_000) =>
  createReaderLimits({ answerWithinMs, endProcess: () => undefined });

async function open(changes: Partial<PcscLibrary>, limits = limitsOf()) {
  const connection = await openPcscConnection(fakePcsc(changes), 'Fake 00', limits);
  if (connection.status === 'failed') throw new Error(connection.reason.code);
  return connection.value;
}

/** A call that comes back when it is told to. */
function held<T>() {
  let comeBack: (value: T) => void = () => undefined;
  const call = new Promise<T>((resolve) => {
    comeBack = resolve;
  });
  return { call, comeBack: (value: T) => comeBack(value) };
}

const reader = (eventState: number) => async () => ({
  code: PCSC_CODE.success,
  readers: [{ readerName: 'Fake 00', eventState, atr: Uint8Array.of(0x3b) }],
});

describe('openPcscConnection', () => {
  it('gives each return code of connecting its own failure, and the context back', async () => {
    const expected = {
      [PCSC_CODE.sharingViolation]: 'card-in-use',
      [PCSC_CODE.noSmartcard]: 'card-absent',
      [PCSC_CODE.unresponsiveCard]: 'card-mute',
      [PCSC_CODE.protocolMismatch]: 'card-mute',
      [PCSC_CODE.unknownReader]: 'reader-missing',
      [PCSC_CODE.noService]: 'reader-service-down',
      [PCSC_CODE.commError]: 'reader-service-down',
    };
    for (const [code, name] of Object.entries(expected)) {
      let released = 0;
      const library = fakePcsc({
        connect: async () => ({ code: Number(code), card: 0n, protocol: 0 }),
        releaseContext: async () => {
          released += 1;
          return 0;
        },
      });
      expect(await openPcscConnection(library, 'Fake 00', limitsOf())).toMatchObject(failure(name));
      expect(released).toBe(1);
    }
  });

  it('tells a card that left from one that stays and does not answer', async () => {
    const transmit = async () => ({ code: PCSC_CODE.notTransacted, length: 0 });
    const stayed = await open({ transmit, statusChange: reader(PCSC_STATE.present) });
    expect(await stayed.transmit(COMMAND)).toMatchObject(failure('card-contact-lost'));
    const left = await open({ transmit, statusChange: reader(PCSC_STATE.empty) });
    expect(await left.transmit(COMMAND)).toMatchObject(failure('card-removed'));
  });

  it('is over for good after a removal, even when the reader would answer again (swapped card)', async () => {
    let sent = 0;
    let disconnected = 0;
    const connection = await open({
      transmit: async (_card, _protocol, _command, receive) => {
        sent += 1;
        receive.set([0x90, 0]);
        return { code: PCSC_CODE.success, length: sent === 1 ? 0 : 2 };
      },
      disconnect: async () => {
        disconnected += 1;
        return 0;
      },
    });
    for (let i = 0; i < 3; i++)
      expect(await connection.transmit(COMMAND)).toMatchObject(failure('card-removed'));
    expect(sent).toBe(1);
    await connection[Symbol.asyncDispose]();
    await connection[Symbol.asyncDispose]();
    expect(disconnected).toBe(1);
  });

  it('calls one byte torn, and keeps nothing of a response in its buffer', async () => {
    let buffer = new Uint8Array(0);
    let length = 1;
    const connection = await open({
      transmit: async (_card, _protocol, _command, receive) => {
        buffer = receive as Uint8Array<ArrayBuffer>;
        receive.set([1, 2, 0x90, 0]);
        return { code: PCSC_CODE.success, length };
      },
    });
    expect(await connection.transmit(COMMAND)).toMatchObject(failure('response-torn'));
    length = 4;
    expect(await connection.transmit(COMMAND)).toMatchObject({ value: Uint8Array.of(1, 2, 0x90, 0) });
    expect(buffer.every((byte) => byte === 0)).toBe(true);
  });

  it('sends one command after another, however they were begun', async () => {
    let inside = 0;
    const connection = await open({
      transmit: async (_card, _protocol, _command, receive) => {
        inside += 1;
        expect(inside).toBe(1);
        await new Promise((resolve) => setTimeout(resolve, 5));
        inside -= 1;
        receive.set([0x90, 0]);
        return { code: PCSC_CODE.success, length: 2 };
      },
    });
    const answers = await Promise.all([1, 2, 3].map(() => connection.transmit(COMMAND)));
    expect(answers.map(({ status }) => status)).toEqual(['done', 'done', 'done']);
  });

  it('gives a command up that does not come back, and clears up behind it when it does', async () => {
    const limits = limitsOf(20);
    const { call, comeBack } = held<{ code: number; length: number }>();
    const log: string[] = [];
    let sent: Uint8Array = new Uint8Array(0);
    let receiving: Uint8Array = new Uint8Array(0);
    const library = fakePcsc({
      transmit: (_card, _protocol, command, receive) => {
        [sent, receiving] = [command, receive];
        return call;
      },
      disconnect: async () => log.push('disconnect'),
      releaseContext: async () => log.push('release'),
    });
    const connection = await openPcscConnection(library, 'Fake 00', limits);
    if (connection.status === 'failed') throw new Error(connection.reason.code);
    const command = Uint8Array.of(0, 0x20, 0, 0x80, 4, 1, 2, 3, 4);
    expect(await connection.value.transmit(command)).toMatchObject(failure('card-not-answering'));
    expect(await connection.value.transmit(COMMAND)).toMatchObject(failure('card-not-answering'));
    await connection.value[Symbol.asyncDispose]();
    // The driver may still read the command: what the caller wipes is not what it was given.
    command.fill(0);
    expect(sent).toEqual(Uint8Array.of(0, 0x20, 0, 0x80, 4, 1, 2, 3, 4));
    expect(log).toEqual([]);
    expect(await openPcscConnection(library, 'Fake 00', limits)).toMatchObject(failure('reader-hanging'));
    receiving.set([0x90, 0]);
    comeBack({ code: PCSC_CODE.success, length: 2 });
    await vi.waitFor(() => expect(limits.isHanging('Fake 00')).toBe(false));
    expect(log).toEqual(['disconnect', 'release']);
    expect([...sent, ...receiving].every((byte) => byte === 0)).toBe(true);
    expect(await openPcscConnection(library, 'Fake 00', limits)).toMatchObject({ status: 'done' });
  });

  it('gives up connecting too, and lets go of a card that is connected too late', async () => {
    const limits = limitsOf(20);
    const { call, comeBack } = held<{ code: number; card: bigint; protocol: number }>();
    const freed: bigint[] = [];
    const library = fakePcsc({
      connect: () => call,
      disconnect: async (card) => freed.push(card),
    });
    expect(await openPcscConnection(library, 'Fake 00', limits)).toMatchObject(failure('reader-hanging'));
    expect(await openPcscConnection(library, 'Fake 00', limits)).toMatchObject(failure('reader-hanging'));
    comeBack({ code: PCSC_CODE.success, card: 7n, protocol: 2 });
    await vi.waitFor(() => expect(limits.isHanging('Fake 00')).toBe(false));
    expect(freed).toEqual([7n]);
  });

  it('does not wait for ever for a card that does not let itself be reset at the end', async () => {
    const limits = limitsOf(20);
    const connection = await open({ disconnect: () => new Promise(() => undefined) }, limits);
    await connection[Symbol.asyncDispose]();
    expect(limits.isHanging('Fake 00')).toBe(true);
  });

  it('ends when the exchange breaks, since another card may answer next (swapped card)', async () => {
    let calls = 0;
    const transmit = async () => {
      calls += 1;
      return { code: PCSC_CODE.notTransacted, length: 0 };
    };
    const connection = await open({ transmit, statusChange: reader(PCSC_STATE.present) });
    expect(await connection.transmit(COMMAND)).toMatchObject(failure('card-contact-lost'));
    expect(await connection.transmit(COMMAND)).toMatchObject(failure('card-contact-lost'));
    expect(calls).toBe(1);
  });

  it('stays when it was a long command that broke, unless the service counted a card since', async () => {
    const extended = Uint8Array.of(0, 0xb0, 0, 0, 0, 1, 1);
    const transmit = async () => ({ code: PCSC_CODE.notTransacted, length: 0 });
    const same = await open({ transmit, statusChange: reader(PCSC_STATE.present | 0x0003_0000) });
    for (let i = 0; i < 2; i++)
      expect(await same.transmit(extended)).toMatchObject(failure('card-contact-lost'));
    let count = 0;
    const statusChange = async () => {
      count += 1;
      return reader(PCSC_STATE.present | (count << 16))();
    };
    const other = await open({ transmit, statusChange });
    expect(await other.transmit(extended)).toMatchObject(failure('card-removed'));
  });
});
