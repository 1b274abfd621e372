import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type CardHolder, issueTestCard, sampleCardHolder } from '@honnin/card-simulator';
import { createTestAuthority } from '@honnin/pki';

/** The first bytes of a JP2 file (ISO/IEC 15444-1 I.5.1), and filler in the size of a photo. */
export const photoOnFile = Uint8Array.from([
  ...[0, 0, 0, 0x0c, 0x6a, 0x50, 0x20, 0x20, 0x0d, 0x0a, 0x87, 0x0a],
  ...Array.from({ length: 4_000 }, (_, index) => (index * 31) & 0xff),
]);

/**
 * A card's file and a data folder whose town trusts its issuer, without the people of a whole town: PIN 1234,
 * signature password ABC123, matching number B 55021720352285.
 */
export async function putCardOnFile(folder: string, changes: Partial<CardHolder> = {}) {
  const now = new Date();
  const authority = await createTestAuthority({ now });
  const holder = sampleCardHolder({ photo: photoOnFile, ...changes });
  const { record } = await issueTestCard({ authority, holder, now });
  const card = path.join(folder, 'card.json');
  const write = () => writeFile(card, JSON.stringify(record));
  await write();
  await mkdir(path.join(folder, 'data/demo/town'), { recursive: true });
  await writeFile(
    path.join(folder, 'data/demo/town/town.json'),
    JSON.stringify({
      version: 1,
      founded: now.toISOString(),
      notice: 'for a test',
      authority: authority.toJson(),
      terminal: { id: 'none', privateKey: '', chain: [] },
      institutionToken: '0'.repeat(32),
      terminalToken: '0'.repeat(32),
      cards: {},
      certificates: {},
    }),
  );
  return { card, record, authority, holder, data: path.join(folder, 'data'), writeAnew: write };
}
