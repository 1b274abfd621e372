import type { Photograph } from './photograph.ts';

/** A card held flat and still in a well lit room: what every hardship departs from. */
export const steadyPhotograph: Photograph = {
  pose: { yaw: 0, pitch: 0, roll: 0, right: 0, down: 0 },
  cardWidth: 540,
  blur: 0.6,
  shake: 0,
  glare: 0,
  glareAt: { x: 0, y: 0, size: 8 },
  noise: 4,
  light: 1,
  fingers: 0,
  hand: 'left',
};
