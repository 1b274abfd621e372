import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakePcsc } from '../../test/fake-pcsc.ts';
import { PCSC_CODE } from './pcsc-code.ts';
import type { PcscLibrary } from './pcsc-library.ts';
import { PcscMonitor } from './pcsc-monitor.ts';
import { PCSC_STATE } from './pcsc-state.ts';
import type { ReaderEvent } from './reader-event.ts';

const EMPTY = PCSC_STATE.empty | PCSC_STATE.changed;
const PRESENT = PCSC_STATE.present | PCSC_STATE.changed;

let state = EMPTY;
let names = ['Fake 00'];
let serviceCode = 0;
let calls = 0;
let events: ReaderEvent[] = [];
let monitor: PcscMonitor;

/** A service that answers as pcsc-lite does: at once when a reader differs from what was handed in. */
const library: PcscLibrary = fakePcsc({
  establishContext: async () => ({ code: serviceCode, context: 1n }),
  listReaders: async () => ({ code: serviceCode, readerNames: names }),
  statusChange: async (_context, timeoutMs, readers) => {
    calls += 1;
    for (let waited = 0; waited <= timeoutMs; waited += 2) {
      if (serviceCode !== 0) return { code: serviceCode, readers: [] };
      const now = readers.map(({ readerName, currentState }) => ({
        readerName,
        eventState: readerName.includes('PnP') ? currentState : state,
        atr: Uint8Array.of(0x3b, state >>> 16),
      }));
      const changed = now.some(
        (r, i) => (r.eventState & ~PCSC_STATE.changed) !== (readers[i]?.currentState ?? 0),
      );
      if (changed) return { code: PCSC_CODE.success, readers: now };
      await sleep(2);
    }
    return { code: PCSC_CODE.timeout, readers: [] };
  },
});

beforeEach(() => {
  state = EMPTY;
  names = ['Fake 00'];
  serviceCode = 0;
  calls = 0;
  events = [];
  monitor = new PcscMonitor(library, 20);
});

afterEach(() => monitor[Symbol.asyncDispose]());

async function kindsWhen(count: number): Promise<string[]> {
  for (let i = 0; i < 400 && events.length < count; i++) await sleep(5);
  return events.map(({ kind }) => kind);
}

describe('PcscMonitor', () => {
  it('sees a swap that was quicker than the eye by the counter of events (swapped card)', async () => {
    state = PRESENT | 0x1_0000;
    monitor.watch((event) => events.push(event));
    expect(await kindsWhen(2)).toEqual(['reader-added', 'card-inserted']);
    state = PRESENT | 0x3_0000;
    expect(await kindsWhen(4)).toEqual(['reader-added', 'card-inserted', 'card-removed', 'card-inserted']);
    expect(events[3]).toMatchObject({ atr: Uint8Array.of(0x3b, 3) });
  });

  it('does not take a card that another program opens for a new one', async () => {
    state = PRESENT | 0x1_0000;
    monitor.watch((event) => events.push(event));
    await kindsWhen(2);
    state = PRESENT | 0x1_0000 | 0x180;
    await sleep(80);
    expect(events).toHaveLength(2);
  });

  it('follows readers that come and go', async () => {
    monitor.watch((event) => events.push(event));
    await kindsWhen(1);
    names = ['Fake 01'];
    expect(await kindsWhen(3)).toEqual(['reader-added', 'reader-removed', 'reader-added']);
  });

  it('says that the service is lost, tries again without haste, and says that it is back', async () => {
    state = PRESENT;
    monitor.watch((event) => events.push(event));
    await kindsWhen(2);
    serviceCode = PCSC_CODE.noService;
    const lost = ['card-removed', 'reader-removed', 'service-lost'];
    expect((await kindsWhen(5)).slice(2)).toEqual(lost);
    calls = 0;
    await sleep(100);
    expect(calls).toBe(0);
    const late: ReaderEvent[] = [];
    monitor.watch((event) => late.push(event));
    await sleep(5);
    expect(late).toEqual([{ kind: 'service-lost' }]);
    serviceCode = 0;
    expect((await kindsWhen(8)).slice(5)).toEqual(['service-back', 'reader-added', 'card-inserted']);
  });

  it('tells a late listener what is there now, and a disposed one nothing more', async () => {
    state = PRESENT;
    const first = monitor.watch((event) => events.push(event));
    await kindsWhen(2);
    const late: string[] = [];
    monitor.watch(({ kind }) => late.push(kind));
    await sleep(5);
    expect(late).toEqual(['reader-added', 'card-inserted']);
    first[Symbol.dispose]();
    state = EMPTY;
    for (let i = 0; i < 100 && late.length < 3; i++) await sleep(5);
    expect(late).toEqual(['reader-added', 'card-inserted', 'card-removed']);
    expect(events).toHaveLength(2);
  });

  it('waits and does not spin while nothing changes', async () => {
    monitor.watch((event) => events.push(event));
    await kindsWhen(1);
    await sleep(30);
    calls = 0;
    await sleep(200);
    expect(calls).toBeLessThanOrEqual(11);
  });
});
