import { between, type Colour, type FaceCanvas, luma, pick, smoothStep } from './face-canvas.ts';

interface Finger {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly radius: number;
}

/** A hand in front of mouth and nose, of one cheek, or of an eye; skin like the face's, lit like it. */
export function drawHand(canvas: FaceCanvas): void {
  const { random } = canvas;
  const side = random() < 0.5 ? -1 : 1;
  const radius = between(random, 0.12, 0.17);
  const place = pick(random, ['mouth', 'mouth', 'cheek', 'eye'] as const);
  // Where the middle of the fingers lies, the way they point, and how long they are.
  const target: Record<typeof place, readonly [number, number]> = {
    mouth: [between(random, -0.15, 0.15), between(random, 0.85, 1.15)],
    cheek: [side * between(random, 0.35, 0.5), between(random, 0.55, 0.9)],
    eye: [side * between(random, 0.4, 0.55), between(random, -0.05, 0.2)],
  };
  const [cu, cv] = target[place];
  const angle = place === 'mouth' ? between(random, -0.7, 0.35) : between(random, -1.45, -0.7);
  const [du, dv] = [-side * Math.cos(angle), Math.sin(angle)];
  const count = pick(random, [3, 4, 4, 4]);
  const spread = between(random, -0.06, 0.1);
  const fingers: Finger[] = [];
  for (let i = 0; i < count; i++) {
    const across = (i - (count - 1) / 2) * radius * between(random, 1.85, 2.05);
    const reach = between(random, 0.45, 0.75) - 0.12 * Math.abs(i - 1.3);
    const turn = spread * (i - 1.5);
    const [tu, tv] = [du - dv * turn, dv + du * turn];
    const [ou, ov] = [cu - dv * across, cv + du * across];
    fingers.push({ from: [ou - du * 0.55, ov - dv * 0.55], to: [ou + tu * reach, ov + tv * reach], radius });
  }
  // Back of the hand and the arm behind the fingers.
  fingers.unshift({
    from: [cu - du * 2.4, cv - dv * 2.4],
    to: [cu - du * between(random, 0.75, 0.95), cv - dv * between(random, 0.75, 0.95)],
    radius: radius * count * 0.95,
  });
  const face = canvas.colourAt(0, 0.3, 0.15);
  const cheek = canvas.colourAt(-side * 0.5, 0.5, 0.12);
  const tone = between(random, 0.75, 1.15);
  const [roundness, creased] = [between(random, 0.12, 0.4), between(random, 0, 0.12)];
  const warm = between(random, -0.04, 0.04);
  const skin = face.map(
    (v, c) => ((v + (cheek[c] ?? 0)) / 2) * tone * (c === 0 ? 1 + warm : 1 - warm / 2),
  ) as unknown as Colour;
  const texture = skinTexture(canvas, -side * 0.5, 0.45, between(random, 0.3, 1.3));
  const knuckle = between(random, 0.35, 0.55);
  const nails = random() < 0.5;
  const gloom = between(random, 0.05, 0.35);
  canvas.paint(2.2, (u, v) => {
    let shadow = 0;
    for (let i = fingers.length - 1; i >= 0; i--) {
      const finger = fingers[i];
      if (finger === undefined) continue;
      const { along, away, length } = measure(finger, u, v);
      const r = away / finger.radius;
      if (r >= 1) {
        shadow = Math.max(shadow, gloom * (1 - smoothStep(1, 1.3, r)));
        continue;
      }
      const round = 1.05 - roundness * r ** 3;
      const crease = i > 0 ? creased * Math.exp(-(((along / length - knuckle) / 0.03) ** 2)) : 0;
      const nail = nails && i > 0 && along > length * 0.93 && r < 0.6 ? 1.12 : 1;
      const shade = (round - crease) * nail * texture(u, v);
      return { colour: skin.map((c) => Math.min(255, c * shade)) as unknown as Colour, cover: 1 };
    }
    return shadow > 0 ? { colour: [10, 6, 5], cover: shadow } : null;
  });
}

const tile = 24;

/** The cheek's own pores and blotches, mirrored tile by tile, so that a hand is as rough as the face. */
function skinTexture(canvas: FaceCanvas, u0: number, v0: number, strength: number) {
  const size = 0.4;
  const values = Array.from({ length: tile * tile }, (_, i) => {
    const du = ((i % tile) / tile - 0.5) * size;
    const dv = (Math.floor(i / tile) / tile - 0.5) * size;
    return luma(canvas.colourAt(u0 + du, v0 + dv, 0));
  });
  const mean = values.reduce((sum, v) => sum + v, 1) / values.length;
  const fold = (t: number) => {
    const at = Math.abs(Math.round((t / size) * tile)) % (2 * tile);
    return at < tile ? at : 2 * tile - 1 - at;
  };
  return (u: number, v: number) => {
    const value = values[fold(v) * tile + fold(u)] ?? mean;
    return Math.min(1.4, Math.max(0.6, 1 + strength * (value / mean - 1)));
  };
}

/** Place of a point along a finger, and its distance from the finger's middle line. */
function measure({ from, to }: Finger, u: number, v: number) {
  const [du, dv] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(du, dv);
  const along = Math.min(length, Math.max(0, ((u - from[0]) * du + (v - from[1]) * dv) / length));
  const away = Math.hypot(u - from[0] - (along * du) / length, v - from[1] - (along * dv) / length);
  return { along, away, length };
}
