import type { RgbImage } from '../decoding/rgb-image.ts';
import { estimateSimilarity } from '../engine/similarity-transform.ts';
import type { FacePicture } from './subject.ts';
import { triangulate } from './triangulate.ts';
import { warpTriangles } from './warp-triangles.ts';

/** How much of the result is the victim's, 0..1: of the face's shape, and of its colours. */
export interface MorphShare {
  readonly shape: number;
  readonly colour: number;
}

/** One moment of the attacker that is changed: the picture, turned by so many degrees, and the straight one. */
export interface MorphBase {
  readonly picture: FacePicture;
  readonly turn: number;
  readonly straight: FacePicture;
}

/**
 * Another person's face changed towards the victim's. What the victim's points differ from the attacker's, seen
 * straight, is added to the attacker's points as they are now, so that their depth stays; both pictures are
 * warped to the mixed points and blended inside the face, softly at its edge. The rest stays the attacker's.
 */
export function morphFaces(
  { picture: attacker, turn, straight }: MorphBase,
  victim: FacePicture,
  share: MorphShare,
): RgbImage {
  const { width, height } = attacker.image;
  const [own, theirs] = [withForehead(attacker.points), withForehead(victim.points)];
  const placed = placeOver(own, withForehead(straight.points), theirs, turn);
  const count = own.length / 2;
  const mixed = new Float64Array(2 * (count + 8));
  for (let i = 0; i < own.length; i++) {
    mixed[i] = (own[i] ?? 0) + share.shape * ((placed[i] ?? 0) - (own[i] ?? 0));
  }
  const fixed = surround(attacker);
  mixed.set(fixed, own.length);
  const ownAll = Float64Array.of(...own, ...fixed);
  const triangles = triangulate(mixed);
  const faceOnly = triangles.filter((triangle) => triangle.every((corner) => corner < count));
  const base = new Float32Array(width * height * 3);
  const over = new Float32Array(width * height * 3).fill(-1);
  for (let i = 0; i < base.length; i++) base[i] = attacker.image.data[i] ?? 0;
  warpTriangles(attacker.image, ownAll, mixed, triangles, base, width);
  warpTriangles(victim.image, theirs, mixed, faceOnly, over, width);
  return { width, height, data: blend(base, over, mixed.subarray(0, 2 * count), share.colour, width) };
}

/** The 68 points and seven more over the brows, mirrored from the cheeks and chin by half their way. */
function withForehead(points: ArrayLike<number>): Float64Array {
  const at = (i: number) => [points[2 * i] ?? 0, points[2 * i + 1] ?? 0] as const;
  const [ex, ey] = [(at(36)[0] + at(45)[0]) / 2, (at(36)[1] + at(45)[1]) / 2];
  const more: number[] = [];
  for (const i of [2, 4, 6, 8, 10, 12, 14]) {
    // Seen from between the eyes, the forehead lies opposite the jaw and half as far.
    const [x, y] = at(16 - i);
    more.push(ex - (x - ex) * 0.78, ey - (y - ey) * 0.5);
  }
  return Float64Array.of(...Array.from(points), ...more);
}

/** The victim's points where the attacker's are, as a head of the attacker's depth would show them. */
function placeOver(
  own: Float64Array,
  ownStraight: Float64Array,
  theirs: Float64Array,
  turn: number,
): Float64Array {
  const { a, b, tx, ty } = estimateSimilarity(theirs.subarray(0, 136), ownStraight.subarray(0, 136));
  const narrow = Math.cos((turn * Math.PI) / 180);
  const placed = Float64Array.from(own);
  for (let i = 0; i < own.length; i += 2) {
    const [x, y] = [theirs[i] ?? 0, theirs[i + 1] ?? 0];
    placed[i] = (own[i] ?? 0) + narrow * (a * x - b * y + tx - (ownStraight[i] ?? 0));
    placed[i + 1] = (own[i + 1] ?? 0) + (b * x + a * y + ty - (ownStraight[i + 1] ?? 0));
  }
  return placed;
}

/** Points about the head that do not move. */
function surround({ centre, eyeDistance }: FacePicture): number[] {
  const reach = 2.4 * eyeDistance;
  return [0, 1, 2, 3, 4, 5, 6, 7].flatMap((i) => [
    centre.x + reach * Math.cos((i * Math.PI) / 4),
    centre.y + reach * 1.25 * Math.sin((i * Math.PI) / 4),
  ]);
}

/** Puts the victim's colours, brought to the brightness of what they cover, over the attacker's. */
function blend(
  base: Float32Array,
  over: Float32Array,
  points: Float64Array,
  colour: number,
  width: number,
): Uint8Array {
  const [sumBase, sumOver] = [
    [0, 0, 0],
    [0, 0, 0],
  ];
  for (let i = 0; i < over.length; i++) {
    if ((over[i] ?? -1) < 0) continue;
    sumBase[i % 3] = (sumBase[i % 3] ?? 0) + (base[i] ?? 0);
    sumOver[i % 3] = (sumOver[i % 3] ?? 0) + (over[i] ?? 0);
  }
  const match = sumBase.map((sum, c) => sum / Math.max(1, sumOver[c] ?? 1));
  let [cx, cy] = [0, 0];
  for (let i = 0; i < points.length; i += 2) {
    cx += (points[i] ?? 0) / (points.length / 2);
    cy += (points[i + 1] ?? 0) / (points.length / 2);
  }
  const reach = farthestAlong(points, cx, cy);
  const data = new Uint8Array(base.length);
  for (let i = 0; i < base.length; i += 3) {
    const [x, y] = [(i / 3) % width, Math.floor(i / 3 / width)];
    let weight = 0;
    if ((over[i] ?? -1) >= 0) {
      const edge = Math.hypot(x - cx, y - cy) / reach(x - cx, y - cy);
      weight = colour * Math.max(0, Math.min(1, (1 - edge) / 0.2));
    }
    for (let c = 0; c < 3; c++) {
      const under = base[i + c] ?? 0;
      data[i + c] = under + weight * (Math.min(255, (over[i + c] ?? 0) * (match[c] ?? 1)) - under);
    }
  }
  return data;
}

/** How far the points reach from a middle, by direction in 32 sectors. */
function farthestAlong(points: Float64Array, cx: number, cy: number): (dx: number, dy: number) => number {
  const sectors = new Float64Array(32);
  const sector = (dx: number, dy: number) => (Math.round((Math.atan2(dy, dx) / Math.PI) * 16) + 32) % 32;
  for (let i = 0; i < points.length; i += 2) {
    const [dx, dy] = [(points[i] ?? 0) - cx, (points[i + 1] ?? 0) - cy];
    const s = sector(dx, dy);
    sectors[s] = Math.max(sectors[s] ?? 0, Math.hypot(dx, dy));
  }
  // A sector without a point takes the larger of its neighbours.
  const filled = sectors.map((v, s) => {
    for (let step = 0; v === 0 && step < 16; step++) {
      v = Math.max(sectors[(s + step) % 32] ?? 0, sectors[(s - step + 32) % 32] ?? 0);
    }
    return Math.max(1, v);
  });
  return (dx, dy) => filled[sector(dx, dy)] ?? 1;
}
