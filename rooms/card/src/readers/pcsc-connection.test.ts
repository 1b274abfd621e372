import { describe, expect, it } from 'vitest';
import { fakePcsc } from '../../test/fake-pcsc.ts';
import { PCSC_CODE } from './pcsc-code.ts';
import { openPcscConnection } from './pcsc-connection.ts';
import type { PcscLibrary } from './pcsc-library.ts';
import { PCSC_STATE } from './pcsc-state.ts';

const COMMAND = Uint8Array.of(0, 0xb0, 0, 0, 0);
const failure = (code: string) => ({ status: 'failed', reason: { code } });

async function open(changes: Partial<PcscLibrary>) {
  const connection = await openPcscConnection(fakePcsc(changes), 'Fake 00');
  if (connection.status === 'failed') throw new Error(connection.reason.code);
  return connection.value;
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
      expect(await openPcscConnection(library, 'Fake 00')).toMatchObject(failure(name));
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
});
