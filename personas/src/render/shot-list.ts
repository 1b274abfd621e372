import type { LiveFrame } from '../person.ts';
import type { Moment } from './figure.ts';
import { randomStream } from './random-stream.ts';
import type { StageLight } from './stage-message.ts';

/** One picture of a person: how it is listed, what the person does, where the camera and the lamps are. */
export interface LiveShot {
  readonly frame: LiveFrame;
  readonly moment: Moment;
  /** Distance of the camera against the usual one. */
  readonly away: number;
  readonly lights: readonly StageLight[];
  readonly surround: number;
  readonly exposure: number;
  /** Standard deviation of the sensor's noise, of 255; more than about 1 makes the passive model doubt. */
  readonly noise: number;
}

const warm = [1, 0.965, 0.92] as const;
const cool = [0.93, 0.965, 1] as const;
const white = [1, 1, 1] as const;

/** The lobby's ceiling lamps: the usual light, and that of the photo booth. */
export const evenLight: readonly StageLight[] = [
  { from: [-2.6, 4, 6], colour: warm, strength: 1.6, softness: 4 },
  { from: [3.6, 3, 5.4], colour: cool, strength: 1, softness: 5 },
  { from: [0, 8, 2], colour: white, strength: 0.6, softness: 5 },
];

/** A window on the picture's right. */
const sideLight: readonly StageLight[] = [
  { from: [6.5, 2.2, 3], colour: cool, strength: 2.3, softness: 3 },
  { from: [-3, 4, 6], colour: warm, strength: 0.75, softness: 5 },
];

/** Distances of somebody who leans in, against the usual one: close enough together to play as a movement. */
const leans = [1.3, 1.15, 1, 0.88, 0.78, 0.69, 0.61];

const turns = [-30, -25, -20, -15, -10, -5, 0, 5, 10, 15, 20, 25, 30];

/** Every live picture of a person, with the small differences that two moments of a life always have. */
export function shotList(id: string, smile: number, extras: readonly ('glasses' | 'mask')[]): LiveShot[] {
  const usual: Omit<LiveFrame, 'file'> = {
    yaw: 0,
    eyes: 'open',
    distance: 'normal',
    light: 'even',
    wears: 'nothing',
  };
  const frames: LiveFrame[] = [
    ...turns.map((yaw) => ({ ...usual, file: yaw === 0 ? 'frontal.jpg' : `yaw-${signed(yaw)}.jpg`, yaw })),
    { ...usual, file: 'frontal-2.jpg' },
    { ...usual, file: 'frontal-3.jpg' },
    { ...usual, file: 'blink-half.jpg', eyes: 'half' },
    { ...usual, file: 'blink-closed.jpg', eyes: 'closed' },
    { ...usual, file: 'near.jpg', distance: 'near' },
    { ...usual, file: 'far.jpg', distance: 'far' },
    { ...usual, file: 'light-side.jpg', light: 'side' },
    { ...usual, file: 'light-dim.jpg', light: 'dim' },
    ...extras.map((wears): LiveFrame => ({ ...usual, file: `${wears}.jpg`, wears })),
    ...leans.map((away): LiveFrame => {
      const distance = away < 1 ? 'near' : away > 1 ? 'far' : 'normal';
      return { ...usual, distance, file: `lean-${Math.round(away * 100)}.jpg`, away };
    }),
  ];
  return frames.map((frame) => liveShot(id, smile, frame));
}

function signed(yaw: number): string {
  return `${yaw < 0 ? 'm' : 'p'}${String(Math.abs(yaw)).padStart(2, '0')}`;
}

function liveShot(id: string, smile: number, frame: LiveFrame): LiveShot {
  const stream = randomStream(id, frame.file);
  // The pictures of one movement are nearer to one another than two moments of a visit.
  const calm = frame.away === undefined ? 1 : 0.4;
  const jitter = (size: number) => Math.max(-2, Math.min(2, stream.normal())) * size * calm;
  const closure = { open: 0, half: 0.42, closed: 1 }[frame.eyes] + Math.max(0, jitter(0.02));
  return {
    frame,
    moment: {
      pose: { yaw: frame.yaw + jitter(0.4), pitch: jitter(0.7), roll: jitter(0.7) },
      expression: {
        closure,
        smile: Math.max(0, smile + jitter(0.06)),
        browsUp: Math.max(0, 0.08 + jitter(0.05)),
      },
      gaze: { yaw: jitter(0.8), pitch: jitter(0.6) - 1 },
      wears: frame.wears,
    },
    away: (frame.away ?? { near: 0.72, normal: 1, far: 1.4 }[frame.distance]) * (1 + jitter(0.008)),
    lights: frame.light === 'side' ? sideLight : evenLight,
    surround: { even: 0.68, side: 0.32, dim: 0.5 }[frame.light],
    exposure: { even: 1.15, side: 1, dim: 0.5 }[frame.light] * (1 + jitter(0.012)),
    noise: { even: 0.35, side: 0.4, dim: 1 }[frame.light],
  };
}
