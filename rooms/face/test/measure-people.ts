/**
 * How often one person passes for another, counted by pictures and by people, and how much further tries add:
 *
 *   node --import tsx rooms/face/test/measure-people.ts ROOT everybody|women|east-asian [--same A=B,…] [--attempts]
 *
 * ROOT holds a folder of pictures for each person; --same names folders that show one person under two names.
 * Intervals are of 95 %, by drawing people anew (1,000 times).
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { meanTemplate } from '../src/comparison/mean-template.ts';
import { readPhotoTemplate } from '../src/comparison/photo-template.ts';
import type { Embedding } from '../src/engine/embedding.ts';
import { openFaceEngine } from '../src/engine/face-engine.ts';
import { createRandomSource } from '../src/evaluation/random-source.ts';
import { nameGroups } from './name-groups.ts';
import { modelsDirectory } from './test-models.ts';

const [root, group, ...options] = process.argv.slice(2);
const belongs = Object.entries(nameGroups).find(([name]) => name === group)?.[1];
if (root === undefined || belongs === undefined) throw new Error('ROOT everybody|women|east-asian');
const same = new Map(
  (options[options.indexOf('--same') + 1] ?? '').split(',').map((pair) => {
    const [a = '', b = ''] = pair.split('=');
    return [b, a] as const;
  }),
);
const thresholds = [0.335, 0.411, 0.44, 0.46, 0.48, 0.49, 0.5, 0.52];

const opened = await openFaceEngine({ modelsDirectory });
if (opened.status === 'failed') throw new Error(opened.reason.code);
await using engine = opened.value;
const people = new Map<string, Embedding[]>();
for (const folder of (await readdir(root)).sort()) {
  if (folder.includes('.') || !belongs(folder)) continue;
  const name = same.get(folder) ?? folder;
  const kept = people.get(name) ?? [];
  people.set(name, kept);
  for (const file of (await readdir(join(root, folder))).sort()) {
    const read = await readPhotoTemplate(engine, new Uint8Array(await readFile(join(root, folder, file))));
    if (read.status === 'done') kept.push(read.value.embedding);
    else console.log(`${folder}/${file}: ${read.reason.code}`);
  }
}
const everyone = [...people.values()].filter(({ length }) => length > 0);
const random = createRandomSource(1);
console.log(`${everyone.length} people, ${everyone.reduce((sum, { length }) => sum + length, 0)} pictures`);
if (options.includes('--attempts')) attempts();
else impostors();

/** Every two pictures of different people. */
function impostors(): void {
  const hits = thresholds.map((): { p: number; q: number; count: number; share: number }[] => []);
  for (const [p, own] of everyone.entries()) {
    for (const [q, others] of everyone.entries()) {
      if (q <= p) continue;
      const counts = new Array<number>(thresholds.length).fill(0);
      for (const a of own) {
        for (const b of others) {
          const score = dot(a.vector, b.vector);
          for (const [i, threshold] of thresholds.entries())
            if (score >= threshold) counts[i] = (counts[i] ?? 0) + 1;
        }
      }
      for (const [i, count] of counts.entries()) {
        if (count > 0) hits[i]?.push({ p, q, count, share: count / (own.length * others.length) });
      }
    }
  }
  const draws = Array.from({ length: 1000 }, () => {
    const weights = new Float64Array(everyone.length);
    for (let i = 0; i < weights.length; i++) {
      const drawn = Math.floor(random() * weights.length);
      weights[drawn] = (weights[drawn] ?? 0) + 1;
    }
    return weights;
  });
  const once = new Float64Array(everyone.length).fill(1);
  for (const [i, threshold] of thresholds.entries()) {
    const found = hits[i] ?? [];
    const rate = (weights: Float64Array, byPeople: boolean) => {
      const sizes = everyone.map(({ length }, p) => (weights[p] ?? 0) * (byPeople ? 1 : length));
      const total = sizes.reduce((sum, v) => sum + v, 0);
      const pairs = (total * total - sizes.reduce((sum, v) => sum + v * v, 0)) / 2;
      const matched = found.reduce(
        (sum, { p, q, count, share }) =>
          sum + (weights[p] ?? 0) * (weights[q] ?? 0) * (byPeople ? share : count),
        0,
      );
      return matched / pairs;
    };
    const text = [false, true].map((byPeople) => {
      const drawn = draws.map((weights) => rate(weights, byPeople)).sort((a, b) => a - b);
      const range = [drawn[25] ?? 0, drawn[974] ?? 0].map((v) => v.toExponential(1)).join(' – ');
      return `${rate(once, byPeople).toExponential(1)} (${range})`;
    });
    console.log(
      `${threshold}: by pictures ${text[0]}, by people ${text[1]}, ${found.length} pairs of people`,
    );
  }
}

/** Impostors with ten or more pictures against one picture of everybody else, six times over. */
function attempts(): void {
  const columns = ['one frame', 'best of five', '1 try', '3 tries', '5 tries', '10 tries'];
  const hits = thresholds.map(() => new Array<number>(columns.length).fill(0));
  let trials = 0;
  const draw = (pictures: readonly Embedding[]) => {
    const rest = [...pictures];
    return Array.from({ length: 5 }, () => rest.splice(Math.floor(random() * rest.length), 1)[0]).filter(
      (kept) => kept !== undefined,
    );
  };
  for (let round = 0; round < 6; round++) {
    const targets = everyone.map((pictures) => pictures[Math.floor(random() * pictures.length)]?.vector);
    for (const impostor of everyone.filter(({ length }) => length >= 10)) {
      const frames = draw(impostor);
      const means = Array.from({ length: 10 }, () => meanTemplate(draw(impostor)));
      for (const [p, target] of targets.entries()) {
        if (everyone[p] === impostor || target === undefined) continue;
        trials++;
        const single = frames.map(({ vector }) => dot(vector, target));
        const tries = means.map((mean) => (mean === null ? -1 : dot(mean, target)));
        const best = (count: number) => Math.max(...tries.slice(0, count));
        for (const [i, threshold] of thresholds.entries()) {
          const row = hits[i] ?? [];
          row[0] = (row[0] ?? 0) + single.filter((score) => score >= threshold).length / single.length;
          for (const [k, score] of [Math.max(...single), best(1), best(3), best(5), best(10)].entries()) {
            if (score >= threshold) row[k + 1] = (row[k + 1] ?? 0) + 1;
          }
        }
      }
    }
  }
  console.log(`${trials} impostors and targets`);
  for (const [i, row] of hits.entries()) {
    const rates = row.map((count, k) => `${columns[k]} ${(count / trials).toExponential(2)}`);
    console.log(`${thresholds[i]}: ${rates.join(', ')}`);
  }
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
