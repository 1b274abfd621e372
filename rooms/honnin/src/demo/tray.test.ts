import { issueTestCard, sampleCardHolder } from '@honnin/card-simulator';
import { createTestAuthority } from '@honnin/pki';
import { expect, it } from 'vitest';
import type { Town } from '../demo-town/open-town.ts';
import { oddCards } from './odd-cards.ts';
import { openTray } from './tray.ts';

it('lays no card again that was deleted, and keeps nothing of the face on it', async () => {
  const now = new Date();
  const authority = await createTestAuthority({ now });
  const { record } = await issueTestCard({ authority, holder: sampleCardHolder(), now });
  const cards: Record<string, typeof record> = { 'own-1': record };
  // Of the town, the tray needs its cards and their keeping only.
  const town = { record: { cards }, save: async () => undefined } as unknown as Town;
  await using tray = await openTray({ town, directory: '', reader: 'in-process', onChange: () => undefined });
  expect(await tray.lay('own-1')).toBe('laid');
  delete cards['own-1'];
  await tray.forget('own-1');
  expect(tray.laid).toBeNull();
  expect(await tray.lay('own-1')).toBe('no-such-card');
  expect(tray.triesLeftOfPin('own-1')).toBe(0);
});

it.each(oddCards)('lays %s down as often as one likes, and nothing of it stays in the town', async (id) => {
  const now = new Date();
  const authority = await createTestAuthority({ now });
  const { record } = await issueTestCard({ authority, holder: sampleCardHolder(), now });
  const cards: Record<string, typeof record> = { sato: record };
  let saved = 0;
  const save = async () => {
    saved += 1;
  };
  const town = { record: { cards }, save } as unknown as Town;
  await using tray = await openTray({ town, directory: '', reader: 'in-process', onChange: () => undefined });
  for (let time = 0; time < 2; time += 1) {
    expect(await tray.lay(id)).toBe('laid');
    expect(tray.laid).toBe(id);
    await tray.takeAway();
  }
  expect(Object.keys(cards)).toEqual(['sato']);
  expect(cards['sato']).toBe(record);
  expect(saved).toBe(0);
});
