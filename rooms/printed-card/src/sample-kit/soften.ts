/** Blurs a picture of three interleaved planes in place, as a lens out of focus does; `deviation` in pixels. */
export function blurPicture(data: Float32Array, width: number, height: number, deviation: number): void {
  if (deviation <= 0) return;
  const reach = Math.ceil(deviation * 3);
  const weights = Array.from({ length: 2 * reach + 1 }, (_, i) =>
    Math.exp(-((i - reach) ** 2) / (2 * deviation ** 2)),
  );
  const total = weights.reduce((sum, one) => sum + one, 0);
  const steps = weights.map((weight, i) => ({ weight: weight / total, x: i - reach, y: 0 }));
  addUp(data, width, height, steps);
  addUp(
    data,
    width,
    height,
    steps.map(({ weight, x }) => ({ weight, x: 0, y: x })),
  );
}

/** Smears a picture along a line of `length` pixels in direction `angle`, as a hand that shakes does. */
export function smearPicture(
  data: Float32Array,
  width: number,
  height: number,
  length: number,
  angle: number,
): void {
  if (length < 1) return;
  const count = Math.ceil(length) + 1;
  const steps = Array.from({ length: count }, (_, i) => {
    const way = (i / (count - 1) - 0.5) * length;
    return { weight: 1 / count, x: Math.round(way * Math.cos(angle)), y: Math.round(way * Math.sin(angle)) };
  });
  addUp(data, width, height, steps);
}

interface Step {
  readonly weight: number;
  readonly x: number;
  readonly y: number;
}

/** Every pixel becomes the weighted sum of pixels around it; the border repeats. */
function addUp(data: Float32Array, width: number, height: number, steps: readonly Step[]): void {
  const source = Float32Array.from(data);
  data.fill(0);
  for (const { weight, x: dx, y: dy } of steps) {
    for (let y = 0; y < height; y++) {
      const from = Math.max(0, Math.min(height - 1, y + dy)) * width;
      for (let x = 0; x < width; x++) {
        const at = 3 * (y * width + x);
        const there = 3 * (from + Math.max(0, Math.min(width - 1, x + dx)));
        data[at] = (data[at] ?? 0) + weight * (source[there] ?? 0);
        data[at + 1] = (data[at + 1] ?? 0) + weight * (source[there + 1] ?? 0);
        data[at + 2] = (data[at + 2] ?? 0) + weight * (source[there + 2] ?? 0);
      }
    }
  }
}
