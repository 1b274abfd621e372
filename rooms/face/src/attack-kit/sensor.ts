import type { Canvas } from './canvas.ts';
import type { Chance } from './chance.ts';

/** Noise in shares of full light: of reading out, and the square root law's share at full light. */
export interface SensorSettings {
  readonly read: number;
  readonly shot: number;
}

interface Sensor {
  /** Exposes the canvas (`gain` 1 as it is) and adds noise of this moment; `out` takes RGB bytes. */
  develop(canvas: Canvas, gain: number, out: Uint8Array): void;
}

const gamma = 2.2;
const steps = 1024;
const noiseLength = 1 << 16;

/** A sensor whose noise follows the light: photons come by the square root law, read-out adds a constant part. */
export function createSensor({ read, shot }: SensorSettings, chance: Chance): Sensor {
  const noise = new Float32Array(noiseLength);
  for (let i = 0; i < noiseLength; i++) noise[i] = chance.normal();
  const tone = new Float32Array(steps);
  const spread = new Float32Array(steps);
  let tonedFor = Number.NaN;

  function setTone(gain: number): void {
    if (gain === tonedFor) return;
    tonedFor = gain;
    for (let i = 0; i < steps; i++) {
      const lightness = Math.max(1e-4, (i / (steps - 1)) ** gamma * gain);
      tone[i] = 255 * lightness ** (1 / gamma);
      // Noise of the light, through the slope of the tone curve; an amplified picture has more of it.
      const deviation = Math.sqrt(read * read * gain + shot * shot * lightness * gain);
      const slope = (255 / gamma) * Math.max(0.004, lightness) ** (1 / gamma - 1);
      spread[i] = Math.min(18, slope * deviation);
    }
  }

  return {
    develop({ data, width, height }, gain, out) {
      setTone(gain);
      const row = width * 3;
      const scale = (steps - 1) / 255;
      for (let y = 0; y < height; y++) {
        let n = Math.floor(chance.even() * noiseLength);
        const end = (y + 1) * row;
        for (let i = y * row; i < end; i++) {
          const value = data[i] ?? 0;
          const at = (Math.max(0, Math.min(255, value)) * scale) | 0;
          n = (n + 1) & (noiseLength - 1);
          const lit = (tone[at] ?? 0) + (spread[at] ?? 0) * (noise[n] ?? 0) + 0.5;
          out[i] = Math.max(0, Math.min(255, lit));
        }
      }
    },
  };
}
