/** First and last of each run of the 68 points that is its own mirror image, read from its other end. */
const runs = [
  [0, 16], // jaw
  [17, 26], // brows
  [31, 35], // nostrils
  [48, 54], // outer upper lip
  [55, 59], // outer lower lip
  [60, 64], // inner upper lip
  [65, 67], // inner lower lip
] as const;
/** Eyes: corners and upper lids, then lower lids, of one eye against the other. */
const eyes = [
  [36, 45],
  [37, 44],
  [38, 43],
  [39, 42],
  [40, 47],
  [41, 46],
] as const;

const mirror = Array.from({ length: 68 }, (_, point) => point);
for (const [first, last] of runs) {
  for (let point = first; point <= last; point++) mirror[point] = first + last - point;
}
for (const [right, left] of eyes) {
  mirror[right] = left;
  mirror[left] = right;
}

/**
 * The 68 points of a mirrored picture as points of the picture itself: x is taken from `width`, and what was
 * the left eye is the right one again. A copy; twice is the same again.
 */
export function mirrorPoints(points: Float32Array, width: number): Float32Array {
  return Float32Array.from(points, (_, i) => {
    const from = 2 * (mirror[i >> 1] ?? 0);
    return i % 2 === 0 ? width - (points[from] ?? 0) : (points[from + 1] ?? 0);
  });
}

/** Turns every row of a plane or of several (`side` numbers a row) round, in place. */
export function mirrorRows(planes: Float32Array, side: number): void {
  for (let at = 0; at < planes.length; at += side) planes.subarray(at, at + side).reverse();
}
