import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'csv-parse/sync';

/** A picture file and whom it shows. Pictures with the same `person` show one person. */
interface Picture {
  readonly file: string;
  readonly person: string;
}

/** Two pictures, as indices into `PicturePairs.pictures`. */
interface Pair {
  readonly a: number;
  readonly b: number;
  readonly same: boolean;
}

export interface PicturePairs {
  readonly pictures: readonly Picture[];
  readonly pairs: readonly Pair[];
}

/**
 * Reads a CSV with the columns `a,b,same` (`same` is 1 or 0); paths are relative to `root`, and the folder of
 * a picture is its person. With `limit`, pairs of both kinds are taken in turn, in the file's order, as long as
 * they need no more than that many pictures. Throws with the line that cannot be used.
 */
export async function readPairs(
  csv: string,
  root: string,
  limit = Number.POSITIVE_INFINITY,
): Promise<PicturePairs> {
  const rows: Record<string, string>[] = parse(await readFile(csv), {
    columns: true,
    bom: true,
    skip_empty_lines: true,
    trim: true,
  });
  const queues: Record<'0' | '1', [string, string][]> = { '0': [], '1': [] };
  for (const [i, { a, b, same }] of rows.entries()) {
    if (!a || !b || (same !== '0' && same !== '1')) {
      throw new Error(`${csv}, row ${i + 2}: a, b and same (0 or 1) are needed`);
    }
    queues[same].push([a, b]);
  }
  const indices = new Map<string, number>();
  const pairs: Pair[] = [];
  const take = (same: boolean, [a, b]: readonly [string, string]) => {
    const fresh = new Set([a, b].filter((name) => !indices.has(name)));
    if (indices.size + fresh.size > limit) return;
    for (const name of fresh) indices.set(name, indices.size);
    pairs.push({ a: indices.get(a) ?? 0, b: indices.get(b) ?? 0, same });
  };
  for (let i = 0; i < Math.max(queues['0'].length, queues['1'].length); i += 1) {
    for (const same of ['1', '0'] as const) {
      const pair = queues[same][i];
      if (pair !== undefined) take(same === '1', pair);
    }
  }
  const pictures = [...indices.keys()].map((name) => ({
    file: path.resolve(root, name),
    person: path.dirname(name),
  }));
  return { pictures, pairs };
}

/**
 * Every picture below `root`, the first folder under it being the person, and every pair of one person; pairs
 * of different people follow from the pictures. With `limit`, people are taken whole, by name.
 */
export async function readPeople(
  root: string,
  wanted: (file: string) => boolean,
  limit = Number.POSITIVE_INFINITY,
): Promise<PicturePairs> {
  const files = (await readdir(root, { recursive: true })).filter(
    (file) => file.includes(path.sep) && /\.(jpe?g|png|jp2)$/i.test(file) && wanted(file),
  );
  const people = new Map<string, string[]>();
  for (const file of files.sort()) {
    const person = file.split(path.sep)[0] ?? '';
    people.set(person, [...(people.get(person) ?? []), file]);
  }
  const pictures: Picture[] = [];
  const pairs: Pair[] = [];
  for (const [person, own] of people) {
    if (pictures.length + own.length > limit) break;
    const first = pictures.length;
    for (const file of own) pictures.push({ file: path.join(root, file), person });
    for (let a = first; a < pictures.length; a += 1)
      for (let b = a + 1; b < pictures.length; b += 1) pairs.push({ a, b, same: true });
  }
  return { pictures, pairs };
}
