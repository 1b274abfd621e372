import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { ListedPair } from './pair-list.ts';

/** An image of the evaluation. */
export interface EvaluationImage {
  /** Path below the root with forward slashes, or the whole path when it lies elsewhere. */
  readonly name: string;
  readonly file: string;
  /** Lines of the list that name it. */
  readonly lines: number[];
}

/** A listed pair by the images' numbers. */
export interface ImagePair extends Omit<ListedPair, 'a' | 'b'> {
  readonly a: number;
  readonly b: number;
}

export interface GatheredImages {
  readonly images: readonly EvaluationImage[];
  readonly pairs: readonly ImagePair[];
}

const pictures = /\.(jpe?g|png|jp2|j2k|j2c|jpx|jpf)$/i;

/**
 * Numbers the images that the list names, each once; with `walk`, all further pictures in folders below `root`
 * too. Hidden folders and `skip` (the folder for the report) are not entered.
 */
export async function gatherImages(
  listed: readonly ListedPair[],
  root: string,
  walk: boolean,
  skip?: string,
): Promise<GatheredImages> {
  const images: EvaluationImage[] = [];
  const numbers = new Map<string, number>();
  const number = (file: string): number => {
    const known = numbers.get(file);
    if (known !== undefined) return known;
    const below = path.relative(root, file);
    const inside = !below.startsWith('..') && !path.isAbsolute(below);
    images.push({ name: inside ? below.split(path.sep).join('/') : file, file, lines: [] });
    numbers.set(file, images.length - 1);
    return images.length - 1;
  };
  const pairs = listed.map((pair) => {
    const [a, b] = [pair.a, pair.b].map((name) => {
      const image = number(path.resolve(root, name));
      images[image]?.lines.push(pair.line);
      return image;
    });
    return { ...pair, a: a ?? 0, b: b ?? 0 };
  });
  if (walk) {
    const avoided = skip === undefined ? null : await realpath(skip).catch(() => path.resolve(skip));
    for await (const file of picturesBelow(root, avoided)) number(file);
  }
  return { images, pairs };
}

async function* picturesBelow(root: string, avoided: string | null): AsyncGenerator<string> {
  const folders = [root];
  // Links are followed, but into no folder twice: one that leads back up would never end.
  const entered = new Set<string>();
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const real = await realpath(folder).catch(() => null);
    if (real === null || real === avoided || entered.has(real)) continue;
    entered.add(real);
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries.sort((p, q) => (p.name < q.name ? -1 : 1))) {
      const file = path.join(folder, entry.name);
      if (entry.name.startsWith('.')) continue;
      const kind = entry.isSymbolicLink() ? await stat(file).catch(() => null) : entry;
      if (kind?.isDirectory()) folders.push(file);
      // A picture beside the folders belongs to nobody.
      else if (folder !== root && kind?.isFile() && pictures.test(entry.name)) yield file;
    }
  }
}
