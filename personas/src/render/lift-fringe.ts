import { numberAt } from './number-at.ts';

/**
 * Moves hair that hangs before the face up to the brows, and leaves it where it hangs beside the face:
 * a recogniser (and a person at a counter) needs both eyes.
 */
export function liftFringe(
  hair: Float64Array,
  left: readonly [number, number, number],
  right: readonly [number, number, number],
): void {
  const distance = left[0] - right[0];
  const centre = left[2] - distance * 1.7;
  const limit = (left[1] + right[1]) / 2 + distance * 0.52;
  const soft = distance * 0.7;
  for (let p = 0; p < hair.length; p += 3) {
    const [x, y, z] = [numberAt(hair, p), numberAt(hair, p + 1), numberAt(hair, p + 2)];
    if (y > limit + soft) continue;
    const angle = Math.abs(Math.atan2(x, z - centre)) * (180 / Math.PI);
    const along = Math.max(0, Math.min(1, (64 - angle) / 22));
    const share = along * along * (3 - 2 * along);
    const lifted = limit + soft * Math.exp((y - limit - soft) / soft);
    const gain = share * (lifted - y);
    hair[p + 1] = y + gain;
    // What came up from the cheek now lies on the forehead: hold it a little off the skin.
    const out = 1 + Math.min(0.05, 0.05 * (gain / distance));
    hair[p] = x * out;
    hair[p + 2] = centre + (z - centre) * out;
  }
}
