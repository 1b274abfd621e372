import type { ScreenMessage } from '@honnin/terminal/screen-protocol';
import type { Guidance } from '../agent/agent-link.ts';

export type CameraState = 'ready' | 'denied' | 'missing' | 'lost';

/** What the terminal is told of the camera itself. */
export type CameraFacts = NonNullable<Extract<ScreenMessage, { type: 'camera' }>['identity']>;

/** What the camera is to look at: a card is small, and wants more of the sensor's pixels. */
export type CameraPurpose = 'face' | 'card';

/** Where the kiosk's pictures come from: a webcam, or in the demo a persona who plays before it. */
export interface Camera extends Disposable {
  readonly facts: CameraFacts;
  /** Draws the present picture, unmirrored, over the whole canvas; false while there is none. */
  draw(canvas: HTMLCanvasElement): boolean;
  /** When the camera took the present picture, in milliseconds of a steady clock; null where nobody says. */
  captured(): number | null;
  /** What the agent asks of the person; a webcam pays no heed. */
  heed(guidance: Guidance | null): void;
}

export const frameSize = { width: 640, height: 480 } as const;
