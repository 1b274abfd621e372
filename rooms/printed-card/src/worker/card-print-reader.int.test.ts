import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  drawCard,
  encodePicture,
  type Photograph,
  photograph,
  seededChance,
  steadyPhotograph,
} from '../sample-kit/index.ts';
import { openCardPrintReader } from './card-print-reader.ts';

const today = '2026-11-24';
const printed = {
  name: '田中　和子',
  address: '東京都架空区見本町二丁目5番8号',
  birthDate: '1954-02-10',
  expiryDate: '2034-02-10',
  securityCode: '1157',
  sex: '2',
} as const;
const number = { birthDate: '1954-02-10', expiryYear: 2034, securityCode: '1157' };

describe('reading a printed card in a process of its own', () => {
  let card: Awaited<ReturnType<typeof drawCard>>;
  beforeAll(async () => {
    card = await drawCard(printed);
  });
  const chance = seededChance('card-print-reader');
  const frame = (how: Partial<Photograph> = {}) =>
    encodePicture(photograph(card, { ...steadyPhotograph, ...how }, chance));

  it('reads a steady card after two frames, not after one, and wipes both', async () => {
    using reader = openCardPrintReader({ today });
    const frames = [frame(), frame()];
    expect(await reader.offerFrame(frames[0] as Uint8Array)).toMatchObject({
      status: 'done',
      value: { status: 'not-read-yet', advice: null },
    });
    expect(await reader.offerFrame(frames[1] as Uint8Array)).toEqual({
      status: 'done',
      value: { status: 'read', number },
    });
    for (const one of frames) expect(one.every((byte) => byte === 0)).toBe(true);
  });

  it('reads a card that is tilted and upside down', async () => {
    using reader = openCardPrintReader({ today });
    const pose = { yaw: 12, pitch: -9, roll: 176, right: 4, down: -3 };
    await reader.offerFrame(frame({ pose }));
    expect(await reader.offerFrame(frame({ pose }))).toMatchObject({ value: { status: 'read', number } });
  });

  it('says what hides the code, and reads on once it is free', async () => {
    using reader = openCardPrintReader({ today });
    const hidden = frame({ fingers: 9, hand: 'below' });
    expect(await reader.offerFrame(hidden)).toMatchObject({ value: { advice: 'uncover-code' } });
    const mirrored = frame({ glare: 1, glareAt: { x: -30, y: 23, size: 6 } });
    expect(await reader.offerFrame(mirrored)).toMatchObject({
      value: {
        advice: 'avoid-glare',
        settled: { birthDate: true, expiryYear: true, securityCode: false },
      },
    });
    await reader.offerFrame(frame());
    expect(await reader.offerFrame(frame())).toMatchObject({ value: { status: 'read', number } });
  });

  it('takes what is no picture for no card, and goes on', async () => {
    using reader = openCardPrintReader({ today });
    expect(await reader.offerFrame(new Uint8Array(100).fill(7))).toMatchObject({
      value: { status: 'not-read-yet', advice: 'no-card' },
    });
    await reader.offerFrame(frame());
    expect(await reader.offerFrame(frame())).toMatchObject({ value: { status: 'read' } });
  });

  it('ends a process that hangs, and says so', async () => {
    using reader = openCardPrintReader({ today, limits: { frameMs: 1 } });
    expect(await reader.offerFrame(frame())).toMatchObject({
      status: 'failed',
      reason: { code: 'print-reader-stopped' },
    });
    await reader.gone;
    expect(await reader.offerFrame(frame())).toMatchObject({ status: 'failed' });
  });

  it('ends a process that takes too much memory', async () => {
    using reader = openCardPrintReader({ today, limits: { memoryBytes: 20 * 2 ** 20 } });
    const answers = [await reader.offerFrame(frame()), await reader.offerFrame(frame())];
    expect(answers.at(-1)).toMatchObject({ status: 'failed', reason: { code: 'print-reader-stopped' } });
    await reader.gone;
  });

  it('survives the crash of its process, as by a native library', async () => {
    using reader = openCardPrintReader({ today });
    await reader.offerFrame(frame());
    process.kill(reader.processId, 'SIGSEGV');
    await reader.gone;
    expect(await reader.offerFrame(frame())).toMatchObject({
      status: 'failed',
      reason: { code: 'print-reader-stopped' },
    });
  });

  it('leaves no process behind', async (ctx) => {
    if (!existsSync('/proc/self/task')) return ctx.skip('no /proc');
    const reader = openCardPrintReader({ today });
    await reader.offerFrame(frame());
    reader[Symbol.dispose]();
    await reader.gone;
    const left = readdirSync('/proc').filter((one) => one === String(reader.processId));
    for (const one of left) expect(readFileSync(`/proc/${one}/stat`, 'utf8')).toMatch(/\) Z /);
  });
});
