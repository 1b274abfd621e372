import { meanTemplate } from '../comparison/mean-template.ts';
import type { ImageTemplate } from './embed-images.ts';
import type { GatheredImages } from './gather-images.ts';
import { type ImpostorOptions, scoreImpostors, type TemplateMatrix } from './impostor-scores.ts';
import { createRandomSource } from './random-source.ts';
import { listedImpostors, scorePairs } from './score-listed-pairs.ts';
import { bySubject, filterScores, type GenuineTrial, type ScoredTrials } from './scored-trials.ts';
import type { Subjects } from './subjects.ts';

type Running = Pick<ImpostorOptions, 'threads' | 'progress' | 'signal'>;

/**
 * Genuine pairs from the list; impostors are every two images of different folders, and those the list calls
 * different within one. `chips` null: image against image. Else every chip photo against every image.
 */
export async function scoreAllFolders(
  { images, pairs }: GatheredImages,
  subjects: Subjects,
  chips: readonly (ImageTemplate | undefined)[] | null,
  templates: readonly (ImageTemplate | undefined)[],
  running: Running,
): Promise<ScoredTrials> {
  const { ofImage } = subjects;
  const listed = scorePairs(pairs, chips ?? templates, templates);
  const across = pairs.filter(({ a, b, same }) => same && ofImage[a] !== ofImage[b]);
  const key = (a: number, b: number) => a * images.length + b;
  const same = new Set(across.flatMap(({ a, b }) => (chips === null ? [key(a, b), key(b, a)] : [key(a, b)])));
  const except = { size: same.size, has: (a: number, b: number) => same.has(key(a, b)) };
  const left = matrixOf(chips ?? templates, ofImage);
  const right = chips === null ? null : matrixOf(templates, ofImage);
  const scores = await scoreImpostors(left, right, { ...groupsOf(subjects), except, ...running });
  left.vectors.fill(0);
  right?.vectors.fill(0);
  // What the list calls different people within one folder is an impostor pair too.
  const inside = pairs.map((pair, i) =>
    pair.same || ofImage[pair.a] !== ofImage[pair.b] ? null : (listed[i] ?? null),
  );
  for (const score of inside) if (score !== null) scores.all.add(score);
  const tail = bySubject(scores.tail, ofImage);
  const all = countImages(Int32Array.from(ofImage), subjects.count);
  const total = pairWeight(all, chips === null ? null : all)(new Float64Array(subjects.count).fill(1));
  const compared = scores.all.count - inside.filter((score) => score !== null).length;
  const weigh = (counted: (subject: number) => boolean) =>
    pairWeight(
      countImages(left.subjects.filter(counted), subjects.count),
      right === null ? null : countImages(right.subjects.filter(counted), subjects.count),
    );
  return {
    genuine: pairs.flatMap(({ a, b, same: genuine, group }, i) =>
      genuine ? [{ a, b, subject: ofImage[a] ?? 0, group, score: listed[i] ?? null }] : [],
    ),
    impostors: { histogram: scores.all, tail, weight: weigh(() => true) },
    impostorNotCompared: Math.max(0, total - across.length - compared),
    within: (name) => {
      const group = subjects.groups.indexOf(name);
      if (!subjects.groupOf.includes(group)) return listedImpostors(pairs, listed, subjects, name);
      const member = (subject: number) => subjects.groupOf[subject] === group;
      const histogram = scores.within[group];
      if (histogram === undefined) throw new RangeError(`no group ${name}`);
      return { histogram, tail: filterScores(tail, (p, q) => member(p) && member(q)), weight: weigh(member) };
    },
    highest: scores.tail,
    listed,
  };
}

/**
 * As the terminal decides: each photo (or chip photo) against the mean of `live` other images of a person.
 * Genuine: every image of a person with more than `live` usable ones is the photo once, the others being drawn
 * with the seed. Impostors: every photo against the means of all other people. The list is not needed.
 */
export async function scoreMeans(
  { images }: GatheredImages,
  subjects: Subjects,
  chips: readonly (ImageTemplate | undefined)[] | null,
  templates: readonly (ImageTemplate | undefined)[],
  live: number,
  seed: number,
  running: Running,
): Promise<ScoredTrials> {
  const { ofImage } = subjects;
  const photos = chips ?? templates;
  const random = createRandomSource(seed);
  const members = new Map<number, number[]>();
  for (const image of images.keys()) {
    const subject = ofImage[image] ?? 0;
    const own = members.get(subject);
    if (own === undefined) members.set(subject, [image]);
    else own.push(image);
  }
  const genuine: GenuineTrial[] = [];
  const means: { subject: number; image: number; vector: Float32Array }[] = [];
  for (const [subject, own] of members) {
    for (const image of own) {
      const others = own.filter((other) => other !== image);
      shuffle(others, random);
      const usable = others.flatMap((other) => {
        const template = templates[other];
        return template?.status === 'done' ? [template] : [];
      });
      if (usable.length < live) continue;
      const vector = meanTemplate(usable.slice(0, live));
      if (vector === null) continue;
      means.push({ subject, image, vector });
      const photo = photos[image];
      const group = subjects.groups[subjects.groupOf[subject] ?? -1] ?? null;
      const score =
        photo?.status === 'done' ? photo.vector.reduce((sum, v, i) => sum + v * (vector[i] ?? 0), 0) : null;
      genuine.push({ a: image, b: image, subject, group, score });
    }
  }
  const left = matrixOf(photos, ofImage);
  const right = join(
    means.map(({ vector }) => vector),
    left.length,
  );
  const rightSubjects = Int32Array.from(means, ({ subject }) => subject);
  const scores = await scoreImpostors(
    left,
    { ...right, subjects: rightSubjects, items: Int32Array.from(means, ({ image }) => image) },
    { ...groupsOf(subjects), ...running },
  );
  left.vectors.fill(0);
  right.vectors.fill(0);
  for (const { vector } of means) vector.fill(0);
  const tail = bySubject(scores.tail, ofImage);
  const weigh = (counted: (subject: number) => boolean) =>
    pairWeight(
      countImages(left.subjects.filter(counted), subjects.count),
      countImages(rightSubjects.filter(counted), subjects.count),
    );
  const everybody = pairWeight(
    countImages(Int32Array.from(ofImage), subjects.count),
    countImages(rightSubjects, subjects.count),
  )(new Float64Array(subjects.count).fill(1));
  return {
    genuine,
    impostors: { histogram: scores.all, tail, weight: weigh(() => true) },
    impostorNotCompared: everybody - scores.all.count,
    within: (name) => {
      const group = subjects.groups.indexOf(name);
      const member = (subject: number) => subjects.groupOf[subject] === group;
      const histogram = scores.within[group];
      if (histogram === undefined) throw new RangeError(`no group ${name}`);
      return { histogram, tail: filterScores(tail, (p, q) => member(p) && member(q)), weight: weigh(member) };
    },
    highest: scores.tail,
    listed: null,
  };
}

function groupsOf(subjects: Subjects): Pick<ImpostorOptions, 'groups' | 'groupOfSubject'> {
  return { groups: subjects.groups.length, groupOfSubject: subjects.groupOf };
}

function matrixOf(templates: readonly (ImageTemplate | undefined)[], ofImage: Int32Array): TemplateMatrix {
  const usable = templates.flatMap((template, image) =>
    template?.status === 'done' ? [{ image, vector: template.vector }] : [],
  );
  return {
    ...join(
      usable.map(({ vector }) => vector),
      usable[0]?.vector.length ?? 0,
    ),
    subjects: Int32Array.from(usable, ({ image }) => ofImage[image] ?? 0),
    items: Int32Array.from(usable, ({ image }) => image),
  };
}

function join(rows: readonly Float32Array[], length: number): Pick<TemplateMatrix, 'vectors' | 'length'> {
  const vectors = new Float32Array(rows.length * length);
  for (const [i, row] of rows.entries()) vectors.set(row, i * length);
  return { vectors, length };
}

function countImages(subjects: Int32Array, count: number): Float64Array {
  const counts = new Float64Array(count);
  for (const subject of subjects) counts[subject] = (counts[subject] ?? 0) + 1;
  return counts;
}

/**
 * Pairs across subjects when subject i counts `weights[i]` times: each of `left` with each of `right`, or, with
 * `right` null, every two of `left` once.
 */
function pairWeight(left: Float64Array, right: Float64Array | null): (weights: Float64Array) => number {
  const other = right ?? left;
  return (weights) => {
    let [lefts, rights, own] = [0, 0, 0];
    for (let i = 0; i < left.length; i++) {
      const w = weights[i] ?? 0;
      const [p, q] = [w * (left[i] ?? 0), w * (other[i] ?? 0)];
      lefts += p;
      rights += q;
      own += p * q;
    }
    return (lefts * rights - own) / (right === null ? 2 : 1);
  };
}

/** Fisher and Yates. */
function shuffle(items: number[], random: () => number): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [items[i], items[j]] = [items[j] ?? 0, items[i] ?? 0];
  }
}
