import type { MeshFile } from './makehuman-data.ts';
import { numberAt } from './number-at.ts';

/**
 * Lays a proxy (hair, eyes, clothes) on a body: each vertex hangs on three body vertices with weights,
 * plus an offset that grows with the size of the head.
 */
export function fittedProxy(proxy: MeshFile, body: Float64Array, scale: readonly number[]): Float64Array {
  const references = proxy.ref_vIdxs ?? [];
  const points = new Float64Array(references.length * 3);
  for (const [v, three] of references.entries()) {
    for (const axis of [0, 1, 2]) {
      let value = numberAt(proxy.offsets?.[v] ?? [], axis) * numberAt(scale, axis);
      for (const [k, id] of three.entries()) {
        value += numberAt(proxy.weights?.[v] ?? [], k) * numberAt(body, id * 3 + axis);
      }
      points[v * 3 + axis] = value;
    }
  }
  return points;
}

/** How wide, high and deep this head is against the base mesh's head, from the vertices that follow it fully. */
export function headScale(base: readonly number[], body: Float64Array, head: Float64Array): number[] {
  return [0, 1, 2].map((axis) => {
    const size = (points: ArrayLike<number>) => {
      let [low, high] = [Infinity, -Infinity];
      for (let v = 0; v < 13380; v++) {
        if (numberAt(head, v) < 0.999) continue;
        low = Math.min(low, numberAt(points, v * 3 + axis));
        high = Math.max(high, numberAt(points, v * 3 + axis));
      }
      return high - low;
    };
    return size(body) / size(base);
  });
}
