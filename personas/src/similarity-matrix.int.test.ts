import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decodeImage, type FaceEngine, openFaceEngine, shippedManifest } from '@honnin/face';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { type LiveFrame, loadPeople, type PersonFile, personFile } from './index.ts';

/** The shipped threshold of one chip photo against a live template; people must fall clearly on either side. */
const threshold = 0.48;
/** A live frame below this norm of the raw embedding is worth refusing. */
const leastNorm = 3.2;

const data = process.env['HONNIN_DATA'] ?? fileURLToPath(new URL('../../.honnin/', import.meta.url));
const modelsDirectory = join(data, 'models');
const missing = [
  shippedManifest.detector,
  shippedManifest.landmarks,
  shippedManifest.recogniser,
  shippedManifest.liveness,
]
  .map((entry) => entry.file)
  .find((file) => !existsSync(join(modelsDirectory, file)));

interface Seen {
  readonly frame: LiveFrame;
  readonly vector: Float32Array;
  readonly norm: number;
  readonly live: number;
  readonly boxHeight: number;
}
interface Template {
  readonly id: string;
  readonly chip: Float32Array;
  readonly chipNorm: number;
  readonly mean: Float32Array;
  readonly easy: readonly Seen[];
}

const templates: Template[] = [];
let engine: FaceEngine | undefined;

beforeAll(async () => {
  if (missing) return;
  const opened = await openFaceEngine({ modelsDirectory });
  if (opened.status === 'failed') throw new Error(opened.reason.code);
  engine = opened.value;
  for (const person of await loadPeople()) {
    if (person.card.condition === 'no-photo') continue;
    const chip = await see(engine, person.id, 'chip.jp2');
    const easy: Seen[] = [];
    for (const frame of person.frames.filter(isEasy)) {
      easy.push({ frame, ...(await see(engine, person.id, `live/${frame.file}`)) });
    }
    const five = easy.filter(({ frame }) => [-20, -10, 0, 10, 20].includes(frame.yaw)).slice(0, 5);
    const mean = normalised(
      chip.vector.map((_, i) => five.reduce((sum, { vector }) => sum + (vector[i] ?? 0), 0)),
    );
    templates.push({ id: person.id, chip: chip.vector, chipNorm: chip.norm, mean, easy });
  }
});

afterAll(async () => {
  await engine?.[Symbol.asyncDispose]();
});

function needsModels(ctx: TestContext): void {
  if (missing) ctx.skip(`the model file ${missing} is not in ${modelsDirectory}`);
}

/** Frontal enough, open eyes, even light, no mask: what a verification would use. */
function isEasy(frame: LiveFrame): boolean {
  return (
    Math.abs(frame.yaw) <= 20 && frame.eyes === 'open' && frame.light === 'even' && frame.wears !== 'mask'
  );
}

async function see(open: FaceEngine, id: string, file: PersonFile): Promise<Omit<Seen, 'frame'>> {
  const image = await decodeImage(await readFile(personFile(id, file)));
  if (image.status === 'failed') throw new Error(`${id} ${file}: ${image.reason.code}`);
  const [box] = await open.findFaces(image.value);
  if (!box) throw new Error(`${id} ${file}: no face`);
  const { vector, norm } = await open.embed(image.value, await open.findLandmarks(image.value, box));
  const live = await open.passiveLiveness(image.value, box);
  return { vector: Float32Array.from(vector), norm, live, boxHeight: box.height };
}

function normalised(vector: Float32Array): Float32Array {
  const norm = Math.hypot(...vector);
  return vector.map((value) => value / norm);
}

function cosine(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}

describe('the faces of the synthetic people', () => {
  it('are themselves: every frontal live picture is above the threshold against the own chip photo', (ctx) => {
    needsModels(ctx);
    expect(templates).toHaveLength(13);
    for (const { id, chip, mean, easy } of templates) {
      expect(easy.length, id).toBeGreaterThanOrEqual(9);
      expect(cosine(chip, mean), id).toBeGreaterThan(threshold);
      for (const { frame, vector } of easy) {
        expect(cosine(chip, vector), `${id} ${frame.file}`).toBeGreaterThan(threshold);
      }
    }
  });

  it('are nobody else: chip photo against chip photo and against live mean stays below the threshold', (ctx) => {
    needsModels(ctx);
    for (const a of templates) {
      for (const b of templates) {
        if (a === b) continue;
        expect(cosine(a.chip, b.chip), `chips of ${a.id} and ${b.id}`).toBeLessThan(threshold);
        expect(cosine(a.chip, b.mean), `chip of ${a.id}, live ${b.id}`).toBeLessThan(threshold);
      }
    }
    console.log(matrix());
  });

  it('are clear enough, look live to the passive model, and leave a margin round the face', (ctx) => {
    needsModels(ctx);
    for (const { id, easy } of templates) {
      for (const { frame, norm, live, boxHeight } of easy) {
        const name = `${id} ${frame.file}`;
        expect(norm, name).toBeGreaterThanOrEqual(leastNorm);
        expect(live, name).toBeGreaterThanOrEqual(0.5);
        if (frame.distance === 'normal') expect(boxHeight, name).toBeLessThanOrEqual(480 / 2.7);
      }
    }
  });
});

/** Rows: chip photos; columns: live means; then the person's own lows. */
function matrix(): string {
  const cell = (value: number) => value.toFixed(2).padStart(6);
  const head = ['chip \\ live'.padEnd(12), ...templates.map(({ id }) => id.slice(0, 5).padStart(6))].join('');
  const rows = templates.map((row) => {
    const least = (of: (seen: Seen) => number) => Math.min(...row.easy.map(of)).toFixed(2);
    const own = least(({ vector }) => cosine(row.chip, vector));
    const lows = `  own>=${own} norm>=${least((seen) => seen.norm)} chip norm ${row.chipNorm.toFixed(2)} live>=${least((seen) => seen.live)}`;
    return [row.id.padEnd(12), ...templates.map((column) => cell(cosine(row.chip, column.mean))), lows].join(
      '',
    );
  });
  const pairs = templates.flatMap((a) =>
    templates.filter((b) => b !== a).map((b) => Math.max(cosine(a.chip, b.chip), cosine(a.chip, b.mean))),
  );
  return [head, ...rows, `different people at most ${Math.max(...pairs).toFixed(3)}`].join('\n');
}
