import { between, type Colour, type FaceCanvas, lit, luma, pick, smoothStep } from './face-canvas.ts';

const frames: readonly [Colour, ...Colour[]] = [
  [0.05, 0.05, 0.05],
  [0.12, 0.08, 0.06],
  [0.3, 0.2, 0.12],
  [0.7, 0.6, 0.35],
  [0.65, 0.65, 0.66],
  [0.4, 0.1, 0.12],
];
const tints: readonly [Colour, ...Colour[]] = [
  [0.04, 0.04, 0.045],
  [0.09, 0.06, 0.04],
  [0.05, 0.07, 0.06],
  [0.1, 0.1, 0.11],
  [0.05, 0.05, 0.1],
];

/** Glasses of many shapes: dark ones hide the eyes, clear ones only have a rim and a faint reflection. */
export function drawGlasses(canvas: FaceCanvas, kind: 'dark' | 'clear'): void {
  const { random } = canvas;
  const rim = pick(random, frames);
  const tint = pick(random, tints);
  const [width, height] = [between(random, 0.36, 0.47), between(random, 0.22, 0.4)];
  const power = between(random, 2, 5);
  const drop = between(random, 0, 0.14);
  const thick = kind === 'dark' ? between(random, 0.01, 0.1) : between(random, 0.02, 0.07);
  const dark = kind === 'dark' ? between(random, 0.86, 1) : between(random, 0, 0.1);
  const fade = random() < 0.3 ? between(random, 0, 0.25) : 0;
  const shine = between(random, 0, kind === 'dark' ? 0.35 : 0.25);
  const [slope, offset] = [between(random, -1, 1), between(random, -0.4, 0.4)];
  const centre = between(random, 0.48, 0.54);
  const temple = between(random, -0.12, 0.02);
  const sky: Colour = [0.8, 0.85, 0.9];
  canvas.paint(1.6, (u, v) => {
    const side = Math.abs(u);
    const [du, dv] = [(side - centre) / width, (v - drop) / height];
    const r = (Math.abs(du) ** power + Math.abs(dv) ** power) ** (1 / power);
    const light = canvas.light(u, v);
    if (r < 1) {
      const streak = 1 - smoothStep(0, 0.12, Math.abs(v - drop - slope * (side - centre) - offset * height));
      const cover = Math.min(1, dark - fade * smoothStep(-0.5, 1, dv) + streak * shine * 0.5);
      const glint = lit(sky, light, shine * streak);
      const base = lit(tint, light);
      return { colour: base.map((c, i) => Math.min(255, c + (glint[i] ?? 0))) as unknown as Colour, cover };
    }
    if (r < 1 + thick / Math.min(width, height)) return { colour: lit(rim, light, 1.1), cover: 1 };
    if (side < centre - width && Math.abs(v - drop + height * 0.35) < Math.max(0.025, thick / 2)) {
      return { colour: lit(rim, light), cover: 1 };
    }
    if (side > centre + width && side < 1.25 && Math.abs(v - drop - temple * side) < 0.03) {
      return { colour: lit(rim, light, 0.8), cover: luma(rim) > 0.5 ? 0.7 : 1 };
    }
    return null;
  });
}
