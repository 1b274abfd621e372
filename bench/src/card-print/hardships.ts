import { type Chance, type Photograph, steadyPhotograph } from '@honnin/printed-card/sample-kit';

/** One way in which a card is hard to read, and how a picture of it is taken. */
export interface Hardship {
  readonly name: string;
  /** What of it changes from picture to picture is drawn by `chance`. */
  readonly take: (chance: Chance) => Photograph;
}

const plusMinus = (chance: Chance, most: number) => chance.between(-most, most);
const side = (chance: Chance) => (chance.even() < 0.5 ? -1 : 1);

/** Held by a living hand: a little askew, and a little elsewhere on every picture. */
function inHand(chance: Chance): Photograph {
  return {
    ...steadyPhotograph,
    pose: {
      yaw: plusMinus(chance, 4),
      pitch: plusMinus(chance, 4),
      roll: plusMinus(chance, 4),
      right: plusMinus(chance, 3),
      down: plusMinus(chance, 3),
    },
    cardWidth: chance.between(480, 550),
    blur: chance.between(0.5, 0.8),
    fingers: 3,
    hand: chance.even() < 0.5 ? 'left' : 'right',
  };
}

/** Tilted as far as that out of the picture's plane, by one axis more than by the other. */
const tilted = (degrees: number): Hardship => ({
  name: `tilt ${degrees}°`,
  take(chance) {
    const held = inHand(chance);
    const [more, less] = [side(chance) * degrees, side(chance) * degrees * 0.6];
    const [yaw, pitch] = chance.even() < 0.5 ? [more, less] : [less, more];
    return { ...held, pose: { ...held.pose, yaw, pitch, roll: plusMinus(chance, 8) } };
  },
});

const changed = (name: string, change: Partial<Photograph>): Hardship => ({
  name,
  take: (chance) => ({ ...inHand(chance), ...change }),
});

const turned = (name: string, degrees: number, change: Partial<Photograph> = {}): Hardship => ({
  name,
  take(chance) {
    const held = inHand(chance);
    return { ...held, ...change, pose: { ...held.pose, roll: degrees + plusMinus(chance, 6) } };
  },
});

/** A lamp mirrored anywhere in the card; it moves with every picture. */
const glare = (name: string, size: number): Hardship => ({
  name,
  take: (chance) => ({
    ...inHand(chance),
    glare: 1,
    glareAt: { x: plusMinus(chance, 38), y: plusMinus(chance, 22), size },
  }),
});

export const hardships: readonly Hardship[] = [
  { name: 'held in the hand', take: inHand },
  ...[10, 15, 20, 25, 30].map(tilted),
  turned('upside down', 180),
  turned('on its side', 90, { cardWidth: 430 }),
  changed('far: 440 pixels wide', { cardWidth: 440 }),
  changed('far: 380 pixels wide', { cardWidth: 380 }),
  changed('far: 320 pixels wide', { cardWidth: 320 }),
  changed('blur 1.2 px', { blur: 1.2 }),
  changed('blur 1.6 px', { blur: 1.6 }),
  changed('blur 2 px', { blur: 2 }),
  changed('shaken over 3 px', { shake: 3 }),
  changed('shaken over 6 px', { shake: 6 }),
  glare('small lamp mirrored, moving', 4),
  glare('large lamp mirrored, moving', 9),
  changed('noise 10', { noise: 10 }),
  changed('noise 20', { noise: 20 }),
  changed('light 40 %', { light: 0.4 }),
  changed('light 15 %, noise 8', { light: 0.15, noise: 8 }),
  changed('fingers 6 mm in from a side', { fingers: 6 }),
  changed('a finger over the code', { fingers: 9, hand: 'below' }),
  {
    name: 'a little of everything',
    take(chance) {
      const held = tilted(10).take(chance);
      return {
        ...held,
        blur: chance.between(0.6, 1.2),
        shake: chance.between(0, 2.5),
        noise: chance.between(4, 12),
        light: chance.between(0.4, 1.1),
        cardWidth: chance.between(400, 550),
        glare: chance.even() < 0.4 ? 1 : 0,
        glareAt: { x: plusMinus(chance, 38), y: plusMinus(chance, 22), size: chance.between(2, 5) },
      };
    },
  },
];
