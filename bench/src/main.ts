// `npm run bench [-- card face hand-over visit]`: what each step of a visit costs on this machine.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { personFile } from '@honnin/personas';
import { createBenchWorld } from './bench-world.ts';
import { measureCard } from './measure-card.ts';
import { measureFace } from './measure-face.ts';
import { measureHandOver } from './measure-hand-over.ts';
import { measureVisit } from './measure-visit.ts';
import { measureReferenceUnit } from './reference-unit.ts';
import { type Line, report } from './report.ts';

const checkout = fileURLToPath(new URL('../../', import.meta.url));
const models = path.join(process.env['HONNIN_DATA'] ?? path.join(checkout, '.honnin'), 'models');
const now = new Date();

const sections: readonly {
  readonly name: string;
  readonly title: string;
  readonly run: () => Promise<Line[]>;
}[] = [
  { name: 'card', title: 'Card', run: async () => measureCard(await world(), now) },
  { name: 'face', title: 'Face, one frame', run: () => measureFace(models) },
  {
    name: 'hand-over',
    title: 'From statement to file',
    run: async () => measureHandOver(await world(), now),
  },
  { name: 'visit', title: 'Whole visits', run: () => measureVisit(models) },
];

let made: ReturnType<typeof createBenchWorld> | null = null;
async function world() {
  made ??= createBenchWorld(now, new Uint8Array(await readFile(personFile('sato', 'chip.jp2'))));
  return made;
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !sections.some((section) => section.name === name));
if (unknown.length > 0) {
  process.stderr.write(
    `no such measurement: ${unknown.join(' ')}; there are ${sections.map(({ name }) => name).join(' ')}\n`,
  );
  process.exit(2);
}
const unit = await measureReferenceUnit();
const results: { title: string; lines: Line[] }[] = [];
for (const { name, title, run } of sections) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stderr.write(`measuring: ${title} …\n`);
  results.push({ title, lines: await run() });
}
process.stdout.write(`${report(unit, results)}\n`);
