import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { personFile } from '@honnin/personas';
import { describe, expect, inject, it } from 'vitest';
import { readHandedOver } from '../test/read-handed-over.ts';
import { useHospital } from '../test/use-hospital.ts';

/** Files below a folder that hold one of these byte strings. */
async function filesWith(folder: string, traces: readonly Buffer[]): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    // A running database removes files while one looks.
    const bytes = await readFile(file).catch(() => Buffer.alloc(0));
    if (traces.some((trace) => bytes.includes(trace))) found.push(file);
  }
  return found;
}

/** A piece out of the middle, as bytes and as base64 text would hold it at any of its three offsets. */
function tracesOf(picture: Buffer): Buffer[] {
  const middle = Math.floor(picture.length / 2);
  const piece = picture.subarray(middle, middle + 48);
  const asText = [0, 1, 2].map((offset) => {
    const whole = piece.subarray(offset, offset + 45).toString('base64');
    return Buffer.from(whole);
  });
  return [piece, ...asText];
}

describe('a card with one’s own face', () => {
  const hospital = useHospital();

  it('identifies its holder by face, and leaves no picture on the disk', async () => {
    const { kiosk, demo, lay, desk } = hospital();
    const photo = await readFile(personFile('suzuki', 'live/frontal.jpg'));
    const page = await kiosk.page.context().newPage();
    await page.goto(`${demo.url}/wallet`);
    const order = {
      name: '試験　花子',
      kana: 'シケン　ハナコ',
      birthDate: '1936-08-03',
      sex: '2',
      address: '東京都架空区見本町一丁目1番1号',
      pin: '1357',
      photo: photo.toString('base64'),
    };
    const issued = await page.evaluate(async (body) => {
      const answer = await fetch('/wallet/api/cards', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return { status: answer.status, body: (await answer.json()) as { id: string } };
    }, order);
    await page.close();
    expect(issued.status).toBe(201);

    await kiosk.camera.stand({ kind: 'person', id: 'suzuki' });
    await lay(issued.body.id);
    await kiosk.tap('顔で確認する');
    await kiosk.sees('過去の診療やお薬の情報を、見てもよいですか');
    await kiosk.tap('すべて同意する');
    await kiosk.tap('紙の処方箋');
    await kiosk.sees('受付が終わりました');
    const { result } = await readHandedOver(hospital());
    expect(result.person).toMatchObject({ name: '試験　花子', birthDate: '1936-08-03' });
    await desk.rows('試験　花子', '有効').waitFor();
    // Taken away: this is when the cards' counters are written to the disk.
    await demo.tray.takeAway();
    await kiosk.reads('お忘れ物はありませんか');

    const record = JSON.stringify(demo.town.record.cards[issued.body.id]);
    const long = record.match(/[A-Za-z0-9+/]{2000,}={0,2}/g) ?? [];
    const pictures = long.map((text) => Buffer.from(text, 'base64'));
    expect(pictures.length, 'the chip’s photo was not found in memory either').toBeGreaterThan(0);
    const traces = [photo, ...pictures].flatMap(tracesOf);
    // The search finds what is there: the personas' chip photos are kept with the town.
    const known = await readFile(personFile('suzuki', 'chip.jp2'));
    expect(await filesWith(inject('demoData'), tracesOf(known))).not.toEqual([]);
    expect(await filesWith(inject('demoData'), traces)).toEqual([]);
  });
});
