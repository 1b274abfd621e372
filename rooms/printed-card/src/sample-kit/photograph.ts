import type { RgbImage } from '../engine/rgb-image.ts';
import type { Chance } from './chance.ts';
import { type HeldPose, inverseOf, projectionOf } from './homography.ts';
import { blurPicture, smearPicture } from './soften.ts';

/** How a card is held and lit, and how the camera does. */
export interface Photograph {
  readonly pose: Pick<HeldPose, 'yaw' | 'pitch' | 'roll' | 'right' | 'down'>;
  /** How wide the card is seen when it is held flat, in pixels of the picture. */
  readonly cardWidth: number;
  /** Out of focus: deviation of the blur, in pixels. */
  readonly blur: number;
  /** Shaken: length in pixels of the way that the card went while the picture was taken. */
  readonly shake: number;
  /** A lamp mirrored in the card: 0 none, 1 white in its middle. */
  readonly glare: number;
  /** Where the lamp is mirrored, in millimetres from the card's middle; its half width in millimetres. */
  readonly glareAt: { readonly x: number; readonly y: number; readonly size: number };
  /** Deviation of the sensor's noise at mid-grey, of 255. */
  readonly noise: number;
  /** 1 is a well lit room. */
  readonly light: number;
  /** Fingers that hold the card by an edge: how far they reach in, in millimetres; 0: held by its very edge. */
  readonly fingers: number;
  /** Held from which side. */
  readonly hand: 'left' | 'right' | 'below';
}

/** ISO/IEC 7810 ID-1, in millimetres. */
const cardMillimetres = { width: 85.6, height: 53.98 } as const;
export const pictureSize = { width: 640, height: 480 } as const;
/** Of the middle of a full HD webcam's picture, which is what the kiosk sends while it looks at a card. */
const focal = 1371;
const noiseLength = 1 << 14;
const cornerMillimetres = 3.18;
const skin = [206, 160, 132] as const;

/** Photographs a drawn card with the virtual camera; what is left to chance is the room behind it and the noise. */
export function photograph(card: RgbImage, how: Photograph, chance: Chance): RgbImage {
  const { width, height } = pictureSize;
  const away = (focal * cardMillimetres.width) / how.cardWidth;
  const pose = { ...how.pose, away };
  const toCard = inverseOf(projectionOf(pose, { focal, x: width / 2, y: height / 2 }));
  const light = new Float32Array(3 * width * height);
  const room = {
    left: chance.between(60, 190),
    slope: chance.between(-0.2, 0.2),
    warmth: chance.between(0.9, 1.1),
  };
  const fingers = fingersOf(how);
  const grid = [0.25, 0.75] as const;
  const colour = [0, 0, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let [red, green, blue] = [0, 0, 0];
      for (const v of grid) {
        for (const u of grid) {
          const w = (toCard[6] ?? 0) * (x + u) + (toCard[7] ?? 0) * (y + v) + (toCard[8] ?? 0);
          const mx = ((toCard[0] ?? 0) * (x + u) + (toCard[1] ?? 0) * (y + v) + (toCard[2] ?? 0)) / w;
          const my = ((toCard[3] ?? 0) * (x + u) + (toCard[4] ?? 0) * (y + v) + (toCard[5] ?? 0)) / w;
          if (fingers.some((finger) => within(finger, mx, my))) {
            setColour(colour, skin[0], skin[1], skin[2]);
          } else if (onCard(mx, my)) {
            sampleCard(card, mx, my, colour);
            const dx = (mx - how.glareAt.x) / how.glareAt.size;
            const dy = (my - how.glareAt.y) / (how.glareAt.size * 0.6);
            // Brighter than white in its middle, so that it has a hard core with a soft edge.
            const lamp = how.glare * 330 * Math.exp(-(dx * dx + dy * dy) / 2);
            for (let i = 0; i < 3; i++) colour[i] = (colour[i] ?? 0) + lamp;
          } else {
            const shade = room.left + room.slope * x + (((x >> 6) + (y >> 6)) % 2) * 4;
            setColour(colour, shade * room.warmth, shade, shade / room.warmth);
          }
          red += (colour[0] ?? 0) / 4;
          green += (colour[1] ?? 0) / 4;
          blue += (colour[2] ?? 0) / 4;
        }
      }
      const at = 3 * (y * width + x);
      light[at] = red;
      light[at + 1] = green;
      light[at + 2] = blue;
    }
  }
  blurPicture(light, width, height, how.blur);
  smearPicture(light, width, height, how.shake, chance.between(0, Math.PI));
  const data = new Uint8Array(light.length);
  const noise = Float32Array.from({ length: noiseLength }, () => chance.normal());
  let grain = 0;
  for (let at = 0; at < light.length; at++) {
    const value = Math.min(255, (light[at] ?? 0) * how.light);
    // Photons come by the square root law; a dark room is amplified.
    const spread = how.noise * Math.sqrt((value + 16) / 144) * Math.sqrt(1 / Math.max(0.2, how.light));
    // Every row begins elsewhere in the table, so that no pattern can be seen.
    if (at % (3 * width) === 0) grain = chance.whole(0, noiseLength - 1);
    grain = (grain + 1) % noiseLength;
    data[at] = Math.max(0, Math.min(255, Math.round(value + spread * (noise[grain] ?? 0))));
  }
  return { width, height, data };
}

function setColour(out: number[], red: number, green: number, blue: number): void {
  out[0] = red;
  out[1] = green;
  out[2] = blue;
}

function onCard(x: number, y: number): boolean {
  const dx = Math.abs(x) - (cardMillimetres.width / 2 - cornerMillimetres);
  const dy = Math.abs(y) - (cardMillimetres.height / 2 - cornerMillimetres);
  if (dx > cornerMillimetres || dy > cornerMillimetres) return false;
  return dx <= 0 || dy <= 0 || dx * dx + dy * dy <= cornerMillimetres * cornerMillimetres;
}

function sampleCard(card: RgbImage, mx: number, my: number, out: number[]): void {
  const x = Math.max(0, Math.min(card.width - 1.001, (mx / cardMillimetres.width + 0.5) * card.width - 0.5));
  const y = Math.max(
    0,
    Math.min(card.height - 1.001, (my / cardMillimetres.height + 0.5) * card.height - 0.5),
  );
  const [x0, y0] = [x | 0, y | 0];
  const [dx, dy] = [x - x0, y - y0];
  const at = 3 * (y0 * card.width + x0);
  const below = at + 3 * card.width;
  for (let i = 0; i < 3; i++) {
    const upper = (card.data[at + i] ?? 0) * (1 - dx) + (card.data[at + 3 + i] ?? 0) * dx;
    const lower = (card.data[below + i] ?? 0) * (1 - dx) + (card.data[below + 3 + i] ?? 0) * dx;
    out[i] = upper * (1 - dy) + lower * dy;
  }
}

/** A finger: a capsule in the card's plane. */
interface Finger {
  readonly x: number;
  readonly y: number;
  readonly toX: number;
  readonly toY: number;
  readonly radius: number;
}

function fingersOf({ fingers, hand }: Photograph): readonly Finger[] {
  if (fingers <= 0) return [];
  const radius = 8;
  const [halfWidth, halfHeight] = [cardMillimetres.width / 2, cardMillimetres.height / 2];
  if (hand === 'below') {
    return [-30, 28].map((x) => ({ x, y: halfHeight + radius - fingers, toX: x * 1.2, toY: 120, radius }));
  }
  const side = hand === 'left' ? -1 : 1;
  return [-6, 13].map((y) => ({
    x: side * (halfWidth + radius - fingers),
    y,
    toX: side * 120,
    toY: y + 25,
    radius,
  }));
}

function within({ x, y, toX, toY, radius }: Finger, px: number, py: number): boolean {
  const [dx, dy] = [toX - x, toY - y];
  const along = Math.max(0, Math.min(1, ((px - x) * dx + (py - y) * dy) / (dx * dx + dy * dy)));
  return (px - x - along * dx) ** 2 + (py - y - along * dy) ** 2 <= radius * radius;
}
