import type { Chance } from './chance.ts';
import type { Pose } from './surface.ts';

/** Unrest of a hand (or a standing person) at a moment, in mm and radians. */
export type Tremor = (at: number) => Pose;

/**
 * Slow drift of the arm (under 1.5 Hz) and the fine tremor of the muscles (7–12 Hz), each a sum of swings with
 * drawn rates and phases; `strength` 1 is a hand that holds a sheet and tries to keep still.
 */
export function createTremor(chance: Chance, strength = 1): Tremor {
  const swing = (slow: number, fine: number) => {
    const parts = [
      { rate: chance.between(0.1, 0.4), size: slow, phase: chance.even() },
      { rate: chance.between(0.5, 1.5), size: slow * 0.4, phase: chance.even() },
      { rate: chance.between(7, 12), size: fine, phase: chance.even() },
    ];
    return (at: number) =>
      strength *
      parts.reduce(
        (sum, { rate, size, phase }) => sum + size * Math.sin(2 * Math.PI * ((rate * at) / 1000 + phase)),
        0,
      );
  };
  const [x, y, z] = [swing(4, 0.3), swing(4, 0.3), swing(5, 0.3)];
  const [yaw, pitch, roll] = [swing(0.02, 0.0015), swing(0.02, 0.0015), swing(0.015, 0.001)];
  return (at) => ({ x: x(at), y: y(at), z: z(at), yaw: yaw(at), pitch: pitch(at), roll: roll(at) });
}
