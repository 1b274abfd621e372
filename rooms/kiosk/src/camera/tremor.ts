/** How far a picture is moved, turned and enlarged at one moment. */
export interface Tremor {
  /** Pixels of a frame of 640x480. */
  readonly x: number;
  readonly y: number;
  /** Radians */
  readonly turn: number;
  /** Above 1, so that the picture's edges stay outside the frame. */
  readonly scale: number;
}

/** Periods without a common measure: the movement does not come round again. */
const wave = (ms: number, periodMs: number) => Math.sin((ms * 2 * Math.PI) / periodMs);

/** Nobody stands quite still: a sway of about a second, and a faint tremor on it; milliseconds since any moment. */
export function tremorAt(ms: number): Tremor {
  return {
    x: 1.6 * wave(ms, 1_730) + 0.5 * wave(ms, 311),
    y: 1.1 * wave(ms, 2_270) + 0.5 * wave(ms, 397),
    turn: 0.003 * wave(ms, 1_970),
    scale: 1.014 + 0.003 * wave(ms, 2_930),
  };
}
