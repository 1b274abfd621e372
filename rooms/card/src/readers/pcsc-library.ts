import { type Attempt, done } from '@honnin/outcome';
import type koffiModule from 'koffi';
import { fail } from '../fail.ts';
import { PCSC_CODE } from './pcsc-code.ts';
import { type PcscLayout, pcscLayout } from './pcsc-layout.ts';

/** A context or card handle; opaque. */
export type PcscHandle = bigint;

/** What SCardGetStatusChange knows of a reader; `eventState` carries a counter of events in its upper half. */
export interface PcscReaderStatus {
  readonly readerName: string;
  readonly eventState: number;
  readonly atr: Uint8Array;
}

/** PC/SC as promises. Every `code` is a PcscCode; the other fields mean something only when it is success. */
export interface PcscLibrary {
  establishContext(): Promise<{ code: number; context: PcscHandle }>;
  releaseContext(context: PcscHandle): Promise<number>;
  /** Wakes a statusChange that waits on this context. */
  cancel(context: PcscHandle): void;
  listReaders(context: PcscHandle): Promise<{ code: number; readerNames: readonly string[] }>;
  /** Waits until a reader differs from the state that is handed in, `timeoutMs` at most. */
  statusChange(
    context: PcscHandle,
    timeoutMs: number,
    readers: readonly { readerName: string; currentState: number }[],
  ): Promise<{ code: number; readers: readonly PcscReaderStatus[] }>;
  /** Connects exclusively with T=0 or T=1. */
  connect(
    context: PcscHandle,
    readerName: string,
  ): Promise<{ code: number; card: PcscHandle; protocol: number }>;
  /** Exchanges one APDU; `receive` is the caller's buffer, `length` how much of it was filled. */
  transmit(
    card: PcscHandle,
    protocol: number,
    command: Uint8Array,
    receive: Uint8Array,
  ): Promise<{ code: number; length: number }>;
  /** Disconnects, resetting the card: a presented secret dies with the session. */
  disconnect(card: PcscHandle): Promise<number>;
  /** Ends this process at once, without waiting for threads that sit in a driver; nothing on Windows. */
  endProcess(code: number): void;
}

const SCOPE_SYSTEM = 2;
const SHARE_EXCLUSIVE = 1;
const PROTOCOL_T0_OR_T1 = 3;
const RESET_CARD = 1;

/**
 * Loads the platform's PC/SC library. All calls that may wait run on libuv's threads; fails with
 * `reader-service-not-installed`.
 */
export async function loadPcscLibrary(): Promise<Attempt<PcscLibrary>> {
  const layout = pcscLayout(process.platform);
  if (layout === undefined) return fail('reader-service-not-installed', `platform ${process.platform}`);
  try {
    const koffi = (await import('koffi')).default;
    return done(bind(koffi, layout));
  } catch (error) {
    return fail('reader-service-not-installed', error instanceof Error ? error.message : String(error));
  }
}

function bind(koffi: typeof koffiModule, layout: PcscLayout): PcscLibrary {
  const library = koffi.load(layout.library);
  const word = layout.wordSize === 8 ? 'uint64' : 'uint32';
  const status = layout.wordSize === 8 ? 'int64' : 'int32';
  const handle = layout.handleType;
  const declare = (name: string, parameters: string[]) => {
    const native = library.func('__stdcall', name, status, parameters);
    return (...values: unknown[]) =>
      new Promise<number>((resolve, reject) => {
        native.async(...values, (error: Error | null, code: number | bigint) =>
          error === null ? resolve(unsigned(code)) : reject(error),
        );
      });
  };
  const text = layout.textSuffix;
  const establish = declare('SCardEstablishContext', [word, 'void *', 'void *', 'void *']);
  const release = declare('SCardReleaseContext', [handle]);
  const cancelNow = library.func('__stdcall', 'SCardCancel', status, [handle]);
  const list = declare(`SCardListReaders${text}`, [handle, 'void *', 'void *', 'void *']);
  const change = declare(`SCardGetStatusChange${text}`, [handle, word, 'void *', word]);
  const open = declare(`SCardConnect${text}`, [handle, 'void *', word, word, 'void *', 'void *']);
  const send = declare('SCardTransmit', [handle, 'void *', 'void *', word, 'void *', 'void *', 'void *']);
  const close = declare('SCardDisconnect', [handle, word]);

  const exitNow = process.platform === 'win32' ? null : koffi.load(null).func('void _exit(int)');

  const words = (...values: number[]) => {
    const buffer = Buffer.alloc(values.length * layout.wordSize);
    values.forEach((value, i) => {
      buffer.writeUInt32LE(value, i * layout.wordSize);
    });
    return buffer;
  };
  const zeroTerminated = (value: string) => Buffer.from(`${value}\0`, layout.textEncoding);
  const newHandle = () => Buffer.alloc(8);
  const readHandle = (buffer: Buffer): PcscHandle => {
    if (layout.handleType === 'int32') return BigInt(buffer.readInt32LE(0));
    return layout.handleType === 'int64' ? buffer.readBigInt64LE(0) : buffer.readBigUInt64LE(0);
  };

  return {
    async establishContext() {
      const context = newHandle();
      const code = await establish(SCOPE_SYSTEM, null, null, context);
      return { code, context: readHandle(context) };
    },
    releaseContext: (context) => release(context),
    cancel(context) {
      cancelNow(context);
    },
    async listReaders(context) {
      const length = words(0);
      for (;;) {
        let code = await list(context, null, null, length);
        if (code !== PCSC_CODE.success) return { code, readerNames: [] };
        const unit = layout.textEncoding === 'utf16le' ? 2 : 1;
        const names = Buffer.alloc(length.readUInt32LE(0) * unit);
        code = await list(context, null, names, length);
        // A reader came between the two calls: its name needs a longer buffer.
        if (code === PCSC_CODE.insufficientBuffer) continue;
        const text = names.toString(layout.textEncoding);
        return { code, readerNames: text.split('\0').filter((name) => name !== '') };
      }
    },
    async statusChange(context, timeoutMs, readers) {
      const states = Buffer.alloc(readers.length * layout.stateSize);
      const names = readers.map(({ readerName }) => zeroTerminated(readerName));
      readers.forEach(({ currentState }, i) => {
        const at = i * layout.stateSize;
        states.writeBigUInt64LE(koffi.address(names[i]), at);
        states.writeUInt32LE(currentState, at + 16);
      });
      const code = await change(context, timeoutMs, states, readers.length);
      return {
        code,
        readers: readers.map(({ readerName }, i) => {
          const at = i * layout.stateSize;
          const length = Math.min(states.readUInt32LE(at + 16 + 2 * layout.wordSize), 33);
          const atr = Uint8Array.from(states.subarray(at + layout.atrOffset, at + layout.atrOffset + length));
          // `names` is mentioned so that it lives until the call has returned.
          const eventState = names.length === 0 ? 0 : states.readUInt32LE(at + 16 + layout.wordSize);
          return { readerName, eventState, atr };
        }),
      };
    },
    async connect(context, readerName) {
      const card = newHandle();
      const protocol = words(0);
      const name = zeroTerminated(readerName);
      const code = await open(context, name, SHARE_EXCLUSIVE, PROTOCOL_T0_OR_T1, card, protocol);
      return { code, card: readHandle(card), protocol: protocol.readUInt32LE(0) };
    },
    async transmit(card, protocol, command, receive) {
      const request = words(protocol, 2 * layout.wordSize);
      const length = words(receive.length);
      const code = await send(card, request, command, command.length, null, receive, length);
      return { code, length: length.readUInt32LE(0) };
    },
    disconnect: (card) => close(card, RESET_CARD),
    endProcess: (code) => exitNow?.(code),
  };
}

function unsigned(code: number | bigint): number {
  return Number(BigInt.asUintN(32, BigInt(code)));
}
