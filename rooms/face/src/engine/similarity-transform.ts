/** x' = a x - b y + tx, y' = b x + a y + ty: turn, uniform scale, shift; never a reflection. */
export interface SimilarityTransform {
  readonly a: number;
  readonly b: number;
  readonly tx: number;
  readonly ty: number;
}

/**
 * Least-squares similarity that takes `from` onto `to` (x, y pairs), after Umeyama 1991. In the plane the
 * singular value decomposition falls away: turn and scale are one complex number, the covariance of the
 * centred point sets over the variance of `from`. Throws when the points of `from` all coincide.
 */
export function estimateSimilarity(from: ArrayLike<number>, to: ArrayLike<number>): SimilarityTransform {
  const count = from.length / 2;
  let [fx, fy, gx, gy] = [0, 0, 0, 0];
  for (let i = 0; i < from.length; i += 2) {
    fx += from[i] ?? 0;
    fy += from[i + 1] ?? 0;
    gx += to[i] ?? 0;
    gy += to[i + 1] ?? 0;
  }
  fx /= count;
  fy /= count;
  gx /= count;
  gy /= count;
  let [variance, along, across] = [0, 0, 0];
  for (let i = 0; i < from.length; i += 2) {
    const x = (from[i] ?? 0) - fx;
    const y = (from[i + 1] ?? 0) - fy;
    const u = (to[i] ?? 0) - gx;
    const v = (to[i + 1] ?? 0) - gy;
    variance += x * x + y * y;
    along += x * u + y * v;
    across += x * v - y * u;
  }
  if (!(variance > 0)) throw new RangeError('a similarity needs two different points');
  const a = along / variance;
  const b = across / variance;
  return { a, b, tx: gx - a * fx + b * fy, ty: gy - b * fx - a * fy };
}

/** The transform back. */
export function invertSimilarity({ a, b, tx, ty }: SimilarityTransform): SimilarityTransform {
  const d = a * a + b * b;
  return { a: a / d, b: -b / d, tx: -(a * tx + b * ty) / d, ty: (b * tx - a * ty) / d };
}
