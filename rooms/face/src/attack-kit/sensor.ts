import type { Canvas } from './canvas.ts';
import type { Chance } from './chance.ts';

/** Lens and sensor. Noise in shares of full light: of reading out, and by the square root law at full light. */
export interface SensorSettings {
  /** Share of a pixel's light that falls on its neighbours to both sides, and again up and down; 0..0.5. */
  readonly softness: number;
  readonly read: number;
  readonly shot: number;
}

interface Sensor {
  /** Softens the canvas, exposes it (`gain` 1 as it is) and adds noise of this moment; `out` takes RGB bytes. */
  develop(canvas: Canvas, gain: number, out: Uint8Array): void;
}

const gamma = 2.2;
/** The tone curve is kept in halves of a value; what is brighter than white (glare) stays white. */
const stepsPerValue = 2;
const steps = 768 * stepsPerValue;
/** Noise comes in so many sizes, the middles of equally likely parts of the normal distribution. */
const sizes = 64;
const noiseLength = 1 << 16;

/** A sensor whose noise follows the light: photons come by the square root law, read-out adds a constant part. */
export function createSensor({ softness, read, shot }: SensorSettings, chance: Chance): Sensor {
  // Each row of a frame begins anywhere in the table and may run on past that place.
  const noise = new Uint8Array(noiseLength + 3 * 4096);
  for (let i = 0; i < noise.length; i++) noise[i] = sizes * chance.even();
  const deviations = normalSizes(chance);
  const developed = new Uint8ClampedArray(steps * sizes);
  let developedFor = Number.NaN;
  /** What becomes of every value with every size of noise. */
  function setTone(gain: number): void {
    if (gain === developedFor) return;
    developedFor = gain;
    for (let i = 0; i < steps; i++) {
      const lightness = Math.min(1, Math.max(1e-4, (i / stepsPerValue / 255) ** gamma * gain));
      // Noise of the light, through the slope of the tone curve; an amplified picture has more of it.
      const deviation = Math.sqrt(read * read * gain + shot * shot * lightness * gain);
      const slope = (255 / gamma) * Math.max(0.004, lightness) ** (1 / gamma - 1);
      const spread = Math.min(18, slope * deviation);
      const tone = 255 * lightness ** (1 / gamma);
      for (let n = 0; n < sizes; n++) developed[i * sizes + n] = tone + spread * (deviations[n] ?? 0);
    }
  }

  return {
    develop({ data, width, height }, gain, out) {
      setTone(gain);
      const length = width * 3;
      const rows = [0, 1, 2].map(() => new Float32Array(length));
      const [first = new Float32Array(0)] = rows;
      softenRow(data, 0, softness, first);
      for (let y = 0; y < height; y++) {
        const here = rows[y % 3] ?? first;
        const above = y === 0 ? here : (rows[(y + 2) % 3] ?? first);
        const below = y === height - 1 ? here : (rows[(y + 1) % 3] ?? first);
        if (below !== here) softenRow(data, (y + 1) * length, softness, below);
        const start = Math.floor(chance.even() * noiseLength);
        developRow(above, here, below, softness, developed, noise, start, out, y * length);
      }
    },
  };
}

/** One row of the canvas from `start` on, softened sideways. */
function softenRow(data: Float32Array, start: number, softness: number, row: Float32Array): void {
  const side = softness / 2;
  const keep = 1 - softness;
  const last = row.length - 3;
  for (let i = 0; i < 3; i++) {
    row[i] = data[start + i] ?? 0;
    row[last + i] = data[start + last + i] ?? 0;
  }
  for (let i = 3; i < last; i++) {
    const o = start + i;
    row[i] = keep * (data[o] ?? 0) + side * ((data[o - 3] ?? 0) + (data[o + 3] ?? 0));
  }
}

/** One row, softened up and down and developed with the noise that begins at `from`, to `out` from `to` on. */
function developRow(
  above: Float32Array,
  here: Float32Array,
  below: Float32Array,
  softness: number,
  developed: Uint8ClampedArray,
  noise: Uint8Array,
  from: number,
  out: Uint8Array,
  to: number,
): void {
  const side = softness / 2;
  const keep = 1 - softness;
  const length = here.length;
  for (let i = 0; i < length; i++) {
    const value = keep * (here[i] ?? 0) + side * ((above[i] ?? 0) + (below[i] ?? 0));
    const step = (value * stepsPerValue) | 0;
    out[to + i] = developed[step * sizes + (noise[from + i] ?? 0)] ?? 255;
  }
}

/** Mean sizes of equally likely parts of the normal distribution, from many drawn numbers. */
function normalSizes(chance: Chance): Float32Array {
  const drawn = Float32Array.from({ length: sizes * 64 }, () => chance.normal()).sort();
  const means = new Float32Array(sizes);
  for (let i = 0; i < drawn.length; i++) means[i >> 6] = (means[i >> 6] ?? 0) + (drawn[i] ?? 0) / 64;
  return means;
}
