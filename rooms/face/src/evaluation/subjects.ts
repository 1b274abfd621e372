import path from 'node:path';
import type { GatheredImages } from './gather-images.ts';

/** Who is on each image, and which group each belongs to. */
export interface Subjects {
  readonly count: number;
  readonly ofImage: Int32Array;
  readonly groups: readonly string[];
  /** -1: in no group, or in several. */
  readonly groupOf: Int32Array;
}

/**
 * With `folders` the folder of an image is its subject. Without, images that the list calls the same person are
 * one subject, and every other image is a subject of its own. A subject belongs to the group that all lines
 * with its genuine pairs name, or else that all lines naming it agree on.
 */
export function findSubjects({ images, pairs }: GatheredImages, folders: boolean): Subjects {
  const parent = images.map((_, i) => i);
  const rootOf = (image: number): number => {
    let at = image;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] ?? at] ?? at;
      at = parent[at] ?? at;
    }
    return at;
  };
  if (folders) {
    const first = new Map<string, number>();
    for (const [i, { file }] of images.entries()) {
      const folder = path.dirname(file);
      const known = first.get(folder);
      if (known === undefined) first.set(folder, i);
      else parent[i] = known;
    }
  } else {
    for (const { a, b, same } of pairs) if (same) parent[rootOf(a)] = rootOf(b);
  }
  const numbers = new Map<number, number>();
  const ofImage = Int32Array.from(images.keys(), (i) => {
    const at = rootOf(i);
    const known = numbers.get(at) ?? numbers.size;
    numbers.set(at, known);
    return known;
  });
  const groups = [...new Set(pairs.flatMap(({ group }) => (group === null ? [] : [group])))].sort();
  const genuine = new Map<number, Set<string>>();
  const named = new Map<number, Set<string>>();
  const note = (to: Map<number, Set<string>>, image: number, group: string) => {
    const subject = ofImage[image] ?? 0;
    const known = to.get(subject);
    if (known === undefined) to.set(subject, new Set([group]));
    else known.add(group);
  };
  for (const { a, b, same, group } of pairs) {
    if (group === null) continue;
    for (const image of [a, b]) {
      note(named, image, group);
      if (same) note(genuine, image, group);
    }
  }
  const groupOf = Int32Array.from({ length: numbers.size }, (_, subject) => {
    const [only, ...others] = genuine.get(subject) ?? named.get(subject) ?? [];
    return only === undefined || others.length > 0 ? -1 : groups.indexOf(only);
  });
  return { count: numbers.size, ofImage, groups, groupOf };
}
