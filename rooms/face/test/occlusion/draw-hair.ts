import { between, type Colour, type FaceCanvas, lit, pick } from './face-canvas.ts';

const hairs: readonly [Colour, ...Colour[]] = [
  [0.06, 0.05, 0.05],
  [0.06, 0.05, 0.05],
  [0.12, 0.08, 0.06],
  [0.25, 0.16, 0.1],
  [0.5, 0.38, 0.22],
  [0.6, 0.6, 0.6],
];

interface Strand {
  readonly root: number;
  readonly start: number;
  readonly lean: number;
  readonly bend: number;
  readonly end: number;
  readonly width: number;
  readonly colour: Colour;
}

/** Hair falling from the forehead: over one eye or both (`over-eyes`), or a fringe that ends above the brows. */
export function drawHair(canvas: FaceCanvas, kind: 'over-eyes' | 'fringe'): void {
  const { random } = canvas;
  // Half of the time the person's own hair, as far as the picture above the forehead shows it.
  const own = canvas.colourAt(0, -1.25, 0.12).map((v) => v / Math.max(60, canvas.light(0, -0.5)));
  const base = random() < 0.5 ? pick(random, hairs) : (own as unknown as Colour);
  const both = random() < 0.5;
  const side = random() < 0.5 ? -1 : 1;
  const [low, high] = kind === 'fringe' || both ? [-1, 1] : side < 0 ? [-1.05, -0.05] : [0.05, 1.05];
  const contrast = between(random, 0.15, 0.5);
  const sway = between(random, -0.35, 0.35);
  const strands: Strand[] = [];
  const count = Math.round((high - low) * between(random, 45, 90));
  for (let i = 0; i < count; i++) {
    const tone = between(random, 1 - contrast, 1 + contrast);
    const root = between(random, low, high);
    strands.push({
      root: root - sway * 0.7,
      start: -1.15 + 0.45 * root * root - between(random, 0, 0.35),
      lean: sway + between(random, -0.08, 0.08),
      bend: between(random, -0.15, 0.15),
      end: kind === 'fringe' ? between(random, -0.5, -0.28) : between(random, 0.22, 0.7),
      width: between(random, 0.012, 0.035),
      colour: base.map((v) => v * tone) as unknown as Colour,
    });
  }
  const cover = between(random, 0.85, 1);
  canvas.paint(1.7, (u, v) => {
    if (v > 0.75) return null;
    for (const strand of strands) {
      if (v > strand.end || v < strand.start) continue;
      const t = (v + 1.1) / 1.3;
      const middle = strand.root + strand.lean * t + strand.bend * t * t;
      const taper = Math.min(1, (strand.end - v) / 0.25, (v - strand.start) / 0.1);
      const away = Math.abs(u - middle) / (strand.width * taper + 0.004);
      if (away < 1) return { colour: lit(strand.colour, canvas.light(u, v), 1.15 - 0.4 * away), cover };
    }
    return null;
  });
}
