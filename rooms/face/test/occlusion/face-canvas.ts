import type { Landmarks, RgbImage } from '../../src/index.ts';

export type Colour = readonly [red: number, green: number, blue: number];

/** One layer of paint at a point: its colour and how much it hides (0..1). */
interface Paint {
  readonly colour: Colour;
  readonly cover: number;
}

/** Drawing onto a face in its own measure: u along the eye line, v down, 0 between the eyes, 1 an eye distance. */
export interface FaceCanvas {
  readonly random: () => number;
  /** Where landmark `index` is, in the face's measure. */
  point(index: number): readonly [u: number, v: number];
  /** Mean colour of the picture about (u, v). */
  colourAt(u: number, v: number, radius: number): Colour;
  /** How bright a white thing would be at (u, v) in the light on the face, 0..about 330. */
  light(u: number, v: number): number;
  /** Paints all that lies within `reach` eye distances; `layer` answers null where nothing is painted. */
  paint(reach: number, layer: (u: number, v: number) => Paint | null): void;
}

const skinAlbedo = 0.62;
const steps = [-0.25, 0.25];

/** A canvas on `image`, which is changed. A grey photo stays grey. */
export function createFaceCanvas(image: RgbImage, { points }: Landmarks, random: () => number): FaceCanvas {
  const at = (i: number): readonly [number, number] => [points[2 * i] ?? 0, points[2 * i + 1] ?? 0];
  const mean = (first: number, axis: 0 | 1) =>
    [0, 1, 2, 3, 4, 5].reduce((sum, i) => sum + at(first + i)[axis] / 6, 0);
  const [rx, ry, lx, ly] = [mean(36, 0), mean(36, 1), mean(42, 0), mean(42, 1)];
  const [cx, cy, unit] = [(rx + lx) / 2, (ry + ly) / 2, Math.hypot(lx - rx, ly - ry)];
  const [ax, ay] = [(lx - rx) / unit, (ly - ry) / unit];
  const toImage = (u: number, v: number) =>
    [cx + unit * (u * ax - v * ay), cy + unit * (u * ay + v * ax)] as const;
  const toFace = (x: number, y: number) =>
    [((x - cx) * ax + (y - cy) * ay) / unit, (-(x - cx) * ay + (y - cy) * ax) / unit] as const;

  const colourAt = (u: number, v: number, radius: number): Colour => {
    const [x, y] = toImage(u, v);
    const r = Math.max(1, radius * unit);
    let [red, green, blue, count] = [0, 0, 0, 0];
    for (let py = Math.round(y - r); py <= y + r; py++) {
      for (let px = Math.round(x - r); px <= x + r; px++) {
        if (px < 0 || py < 0 || px >= image.width || py >= image.height) continue;
        const i = (py * image.width + px) * 3;
        red += image.data[i] ?? 0;
        green += image.data[i + 1] ?? 0;
        blue += image.data[i + 2] ?? 0;
        count++;
      }
    }
    return count === 0 ? [128, 128, 128] : [red / count, green / count, blue / count];
  };
  const skin = [colourAt(-0.55, 0.6, 0.15), colourAt(0.55, 0.6, 0.15), colourAt(0, -0.55, 0.15)].map(luma);
  const [right = 128, left = 128, brow = 128] = skin;
  const grey = Math.abs(saturation(colourAt(0, 0.4, 0.6))) < 0.015;

  return {
    random,
    point: (index) => toFace(...at(index)),
    colourAt,
    light(u, v) {
      const side = right + (left - right) * Math.min(1, Math.max(0, u / 1.1 + 0.5));
      const height = 1 + (brow / Math.max(1, (right + left) / 2) - 1) * Math.min(1, Math.max(0, 0.5 - v));
      return (side * Math.min(1.3, Math.max(0.7, height))) / skinAlbedo;
    },
    paint(reach, layer) {
      const r = reach * unit;
      const [x0, x1] = [Math.max(0, Math.floor(cx - r)), Math.min(image.width - 1, Math.ceil(cx + r))];
      const [y0, y1] = [Math.max(0, Math.floor(cy - r)), Math.min(image.height - 1, Math.ceil(cy + r))];
      for (let y = y0; y <= y1; y++) {
        for (let x = x0; x <= x1; x++) {
          let [cover, red, green, blue] = [0, 0, 0, 0];
          for (const dy of steps) {
            for (const dx of steps) {
              const paint = layer(...toFace(x + dx, y + dy));
              if (paint === null || !(paint.cover > 0)) continue;
              cover += paint.cover / 4;
              red += (paint.colour[0] * paint.cover) / 4;
              green += (paint.colour[1] * paint.cover) / 4;
              blue += (paint.colour[2] * paint.cover) / 4;
            }
          }
          if (cover === 0) continue;
          if (grey) red = green = blue = luma([red, green, blue]);
          const i = (y * image.width + x) * 3;
          for (const [c, v] of [red, green, blue].entries()) {
            const mixed = (image.data[i + c] ?? 0) * (1 - cover) + v + (random() - 0.5) * 6 * cover;
            image.data[i + c] = Math.max(0, Math.min(255, Math.round(mixed)));
          }
        }
      }
    },
  };
}

export function luma([red, green, blue]: Colour): number {
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}

function saturation([red, green, blue]: Colour): number {
  return (Math.max(red, green, blue) - Math.min(red, green, blue)) / (red + green + blue + 1);
}

/** Uniform in low..high. */
export function between(random: () => number, low: number, high: number): number {
  return low + (high - low) * random();
}

export function pick<T>(random: () => number, list: readonly [T, ...T[]]): T {
  return list[Math.floor(random() * list.length)] ?? list[0];
}

/** `albedo` (0..1 a channel) under `light`, times `shade`. */
export function lit(albedo: Colour, light: number, shade = 1): Colour {
  const k = light * shade;
  return [albedo[0] * k, albedo[1] * k, albedo[2] * k].map((v) => Math.min(255, v)) as unknown as Colour;
}

/** 0 below `low`, 1 above `high`, smooth between. */
export function smoothStep(low: number, high: number, v: number): number {
  const t = Math.min(1, Math.max(0, (v - low) / (high - low)));
  return t * t * (3 - 2 * t);
}
