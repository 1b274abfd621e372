import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cardFailures } from '@honnin/card';
import { faceFailures } from '@honnin/face';
import { identificationFailures } from '@honnin/identification';
import { pkiFailures } from '@honnin/pki';
import { printedCardFailures } from '@honnin/printed-card';
import { expect, test } from 'vitest';
import { failureView } from './failure-view.ts';
import { terminalFailures } from './failures.ts';

const rooms = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Every code that a room's source names: `reason('…')`, `fail('…')`, `code === '…'`, `code: '…'`. */
async function codesNamedIn(room: string): Promise<string[]> {
  const folder = join(rooms, room, 'src');
  const files = await readdir(folder, { recursive: true });
  const sources = files.filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  const texts = await Promise.all(sources.map((file) => readFile(join(folder, file), 'utf8')));
  const pattern = /(?:\breason\(|\bfail\(|code === |code: )\s*'([a-z][a-z0-9-]+)'/g;
  return [...new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1] ?? '')))];
}
/** Every table beside the patient. */
const tables = [
  cardFailures,
  pkiFailures,
  faceFailures,
  printedCardFailures,
  identificationFailures,
  terminalFailures,
];

test('every code that identification and terminal use has a page in the failure-code book', async () => {
  const used = [...(await codesNamedIn('identification')), ...(await codesNamedIn('terminal'))];
  expect(used.length).toBeGreaterThan(20);
  expect(used.filter((code) => failureView(code) === null)).toEqual([]);
});

test('every page can be shown: number, and text in both languages', () => {
  for (const code of tables.flatMap((table) => Object.keys(table))) {
    const view = failureView(code);
    expect(view?.number, code).toMatch(/^[A-Z][0-9]{3}$/);
    expect(view?.patient.ja.length, code).toBeGreaterThan(5);
    expect(view?.patient.en.length, code).toBeGreaterThan(5);
  }
});

test('no two rooms beside the patient mean different things by one code', () => {
  const codes = tables.flatMap((table) => Object.keys(table));
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
});

test('a code that no table has is not made up, not even one that every object has', () => {
  expect(failureView('no-such-code')).toBeNull();
  expect(failureView('constructor')).toBeNull();
});
