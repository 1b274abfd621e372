import { createHash } from 'node:crypto';
import { appendFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { AttackKind } from '@honnin/face/attack-kit';
import { loadPeople, personFile } from '@honnin/personas';
import { attackFigures } from './attack-figures.ts';
import { runAttackProcesses } from './attack-processes.ts';
import { attackReport } from './attack-report.ts';
import type { AttackRecord } from './attack-task.ts';
import { everyKind, planAttacks } from './attack-tasks.ts';

export interface FaceAttacksOptions {
  readonly checkout: string;
  readonly models: string;
  readonly data: string;
  readonly say: (line: string) => void;
  /** Sessions of each kind; default 300. */
  readonly count?: number;
  /** Names of kinds with commas between, `genuine` among them; default all. */
  readonly kinds?: string;
  /** Where results.jsonl and report.json go; default `face-attacks` in the data folder. */
  readonly out?: string;
  /** Stop after so many minutes; what is missing is played by the next run. */
  readonly minutes?: number;
  readonly processes?: number;
  /** Only the way by turning the head. */
  readonly turningOnly?: boolean;
}

/** Parts of the face room that no session passes through. */
const aside = /^(evaluation|worker)\//;

/** Six frames a second: about what a counter with a slow machine looks at. */
const frameEveryMs = 167;

/**
 * Plays attacks of every kind and genuine people against the shipped policy. Sessions that were played with the
 * same code before are taken from the results file; other code begins a new one.
 */
export async function measureFaceAttacks(options: FaceAttacksOptions): Promise<string> {
  const { say, count = 300 } = options;
  const out = path.resolve(options.out ?? path.join(options.data, 'face-attacks'));
  await mkdir(out, { recursive: true });
  const kinds = chosenKinds(options.kinds);
  const people = (await loadPeople()).filter(({ frames }) => frames.length > 0).map(({ id }) => id);
  const code = await hashOf(
    path.join(options.checkout, 'rooms/face/src'),
    path.dirname(personFile('sato', 'live/frontal.jpg')),
  );
  const file = path.join(out, `results-${code}.jsonl`);
  const records = await readRecords(file);
  const played = new Set(records.map(({ name }) => name));
  const wanted = planAttacks({
    count,
    kinds,
    people,
    frameEveryMs,
    turningOnly: options.turningOnly ?? false,
  });
  const names = new Set(wanted.map(({ name }) => name));
  const missing = wanted.filter(({ name }) => !played.has(name));
  const counted = records.filter(({ name }) => names.has(name));
  const deadline =
    options.minutes === undefined ? Number.POSITIVE_INFINITY : Date.now() + options.minutes * 60_000;
  const before = counted.length;
  let writing = Promise.resolve();
  await runAttackProcesses(
    missing,
    options.models,
    options.processes ?? 2,
    (record) => {
      counted.push(record);
      if (counted.length % 20 === 0) say(`${counted.length} of ${wanted.length} sessions`);
      writing = writing.then(() => appendFile(file, `${JSON.stringify(record)}\n`));
    },
    () => Date.now() > deadline,
  );
  await writing;
  const figures = attackFigures(counted);
  await writeFile(path.join(out, 'report.json'), `${JSON.stringify({ code, count, figures }, null, 2)}\n`);
  return attackReport(figures, before + missing.length - counted.length);
}

function chosenKinds(list: string | undefined): readonly (AttackKind | 'genuine')[] {
  if (list === undefined) return everyKind;
  const names = list.split(',');
  const unknown = names.filter((name) => !everyKind.some((kind) => kind === name));
  if (unknown.length > 0) {
    throw new RangeError(`no such kind: ${unknown.join(' ')}; there are ${everyKind.join(' ')}`);
  }
  return everyKind.filter((kind) => names.includes(kind));
}

async function readRecords(file: string): Promise<AttackRecord[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as AttackRecord);
}

/** Changes when the program of the face room does, or the pictures that are played. */
async function hashOf(...folders: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const files = await readdir(folder, { recursive: true, withFileTypes: true });
    const names = files
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
      .map((entry) => path.join(entry.parentPath, entry.name))
      .filter((name) => !aside.test(path.relative(folder, name)))
      .sort();
    for (const name of names) hash.update(path.basename(name)).update(await readFile(name));
  }
  return hash.digest('hex').slice(0, 8);
}
