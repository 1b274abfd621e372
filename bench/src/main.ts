// `npm run bench [-- card pki face hand-over visit]`: what each step of a visit costs on this machine.
// `npm run bench -- card-print [--count N]`: cards before a virtual camera, read rightly and wrongly.
// `npm run bench -- face-soak [--frames N]`: the worker's memory over many frames; fails when it grows.
// `npm run bench -- face-peers [--pairs CSV] [--root DIR] [--limit N] [--out DIR]`: other libraries beside Honnin.
// `npm run bench -- face-attacks [--count N] [--kinds a,b] [--minutes M] [--turning-only] [--out DIR]`: attacks played, APCER and BPCER.
// `npm run bench -- face-attacks --sheet FILE`: a picture of every kind of attack.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { personFile } from '@honnin/personas';
import { createBenchWorld } from './bench-world.ts';
import { drawAttackSheet } from './face-attacks/draw-attack-sheet.ts';
import { measureFaceAttacks } from './face-attacks/measure-face-attacks.ts';
import { measureFacePeers } from './face-peers/measure-face-peers.ts';
import { measureCard } from './measure-card.ts';
import { measureCardPrint } from './measure-card-print.ts';
import { measureFace } from './measure-face.ts';
import { measureFaceSoak } from './measure-face-soak.ts';
import { measureFaceWorker } from './measure-face-worker.ts';
import { measureHandOver } from './measure-hand-over.ts';
import { measurePki } from './measure-pki.ts';
import { measureVisit } from './measure-visit.ts';
import { measureReferenceUnit } from './reference-unit.ts';
import { type Line, report, type Section } from './report.ts';

const checkout = fileURLToPath(new URL('../../', import.meta.url));
const data = path.resolve(process.env['HONNIN_DATA'] ?? path.join(checkout, '.honnin'));
const models = path.join(data, 'models');
const now = new Date();
const say = (line: string) => process.stderr.write(`${line} …\n`);

const { values, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: {
    pairs: { type: 'string' },
    root: { type: 'string' },
    limit: { type: 'string' },
    out: { type: 'string' },
    count: { type: 'string' },
    kinds: { type: 'string' },
    minutes: { type: 'string' },
    processes: { type: 'string' },
    'turning-only': { type: 'boolean', default: false },
    sheet: { type: 'string' },
    frames: { type: 'string', default: '5000' },
  },
});
const { limit, count, kinds, minutes, processes, sheet, frames, ...places } = values;
const peersOptions = { ...places, ...(limit === undefined ? {} : { limit: Number(limit) }) };
const attackOptions = {
  ...(places.out === undefined ? {} : { out: places.out }),
  ...(kinds === undefined ? {} : { kinds }),
  ...(count === undefined ? {} : { count: Number(count) }),
  ...(minutes === undefined ? {} : { minutes: Number(minutes) }),
  ...(processes === undefined ? {} : { processes: Number(processes) }),
  turningOnly: values['turning-only'],
};

const sections: readonly {
  readonly name: string;
  readonly title: string;
  readonly run: () => Promise<Line[] | string>;
  /** Left out unless it is named: it takes long, or fetches what nothing else needs. */
  readonly onlyWhenNamed?: true;
}[] = [
  { name: 'card', title: 'Card', run: async () => measureCard(await world(), now) },
  { name: 'pki', title: 'Certificates and their revocation', run: () => measurePki(now) },
  { name: 'face', title: 'Face, one frame', run: () => measureFace(models) },
  { name: 'face', title: 'Face, its worker', run: () => measureFaceWorker(models) },
  {
    name: 'hand-over',
    title: 'From statement to file',
    run: async () => measureHandOver(await world(), now),
  },
  { name: 'visit', title: 'Whole visits', run: () => measureVisit(models) },
  {
    name: 'card-print',
    title: 'The printed side of cards, read by the camera',
    run: () => measureCardPrint({ say, ...(count === undefined ? {} : { count: Number(count) }) }),
    onlyWhenNamed: true,
  },
  {
    name: 'face-soak',
    title: 'Face, many frames in one worker',
    run: () => measureFaceSoak({ models, frames: Number(frames), say }),
    onlyWhenNamed: true,
  },
  {
    name: 'face-peers',
    title: 'Face, side by side',
    run: () => measureFacePeers({ checkout, data, say, ...peersOptions }),
    onlyWhenNamed: true,
  },
  {
    name: 'face-attacks',
    title: 'Face, attacks and genuine people played',
    run: () =>
      sheet === undefined
        ? measureFaceAttacks({ checkout, models, data, say, ...attackOptions })
        : drawAttackSheet(models, sheet),
    onlyWhenNamed: true,
  },
];

let made: ReturnType<typeof createBenchWorld> | null = null;
async function world() {
  made ??= createBenchWorld(now, new Uint8Array(await readFile(personFile('sato', 'chip.jp2'))));
  return made;
}

const unknown = wanted.filter((name) => !sections.some((section) => section.name === name));
if (unknown.length > 0) {
  process.stderr.write(
    `no such measurement: ${unknown.join(' ')}; there are ${[...new Set(sections.map(({ name }) => name))].join(' ')}\n`,
  );
  process.exit(2);
}
const unit = await measureReferenceUnit();
const results: Section[] = [];
for (const { name, title, run, onlyWhenNamed = false } of sections) {
  if (wanted.length > 0 ? !wanted.includes(name) : onlyWhenNamed) continue;
  say(`measuring: ${title}`);
  results.push({ title, result: await run() });
}
process.stdout.write(`${report(unit, results)}\n`);
