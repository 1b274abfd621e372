import { issueTestCard, sampleCardHolder } from '@honnin/card-simulator';
import { createTestAuthority } from '@honnin/pki';
import { expect, it } from 'vitest';
import type { Town } from '../demo-town/open-town.ts';
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
