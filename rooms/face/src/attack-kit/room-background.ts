import type { Canvas } from './canvas.ts';
import type { Chance } from './chance.ts';

/** An empty lobby out of focus: wall, floor, a window, a few soft things; painted once, the camera stands still. */
export function createRoomBackground(
  chance: Chance,
  width: number,
  height: number,
): (canvas: Canvas) => void {
  const wall = tint(chance, 150, 200);
  const floor = tint(chance, 90, 150);
  const skirting = chance.between(0.62, 0.85) * height;
  const things = Array.from({ length: 5 }, () => ({
    x: chance.even() * width,
    y: chance.between(0.05, 0.9) * height,
    halfWidth: chance.between(0.04, 0.14) * width,
    halfHeight: chance.between(0.06, 0.25) * height,
    colour: chance.yes(0.3) ? [240, 243, 246] : tint(chance, 60, 180),
  }));
  const blur = 0.02 * width;
  const picture = new Float32Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    const low = soft((y - skirting) / blur);
    for (let x = 0; x < width; x++) {
      const fall = 1.06 - (0.12 * x) / width;
      const o = (y * width + x) * 3;
      for (let c = 0; c < 3; c++) {
        let value = ((wall[c] ?? 0) * (1 - low) + (floor[c] ?? 0) * low) * fall;
        for (const { x: tx, y: ty, halfWidth, halfHeight, colour } of things) {
          const there =
            soft((halfWidth - Math.abs(x - tx)) / blur) * soft((halfHeight - Math.abs(y - ty)) / blur);
          value += ((colour[c] ?? 0) - value) * there * 0.8;
        }
        picture[o + c] = value;
      }
    }
  }
  return (canvas) => canvas.data.set(picture);
}

function tint(chance: Chance, low: number, high: number): number[] {
  const grey = chance.between(low, high);
  return [0, 1, 2].map(() => grey + chance.between(-15, 15));
}

/** 0 far below, 1 far above, a smooth edge between -1 and 1. */
function soft(x: number): number {
  const t = Math.max(0, Math.min(1, x / 2 + 0.5));
  return t * t * (3 - 2 * t);
}
