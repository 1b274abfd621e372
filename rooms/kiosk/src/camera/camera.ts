import type { Guidance } from '../agent/agent-link.ts';

export type CameraState = 'ready' | 'denied' | 'missing' | 'lost';

/** Where the kiosk's pictures come from: a webcam, or in the demo a persona who plays before it. */
export interface Camera extends Disposable {
  /** Draws the present picture, unmirrored, over the whole canvas; false while there is none. */
  draw(canvas: HTMLCanvasElement): boolean;
  /** What the agent asks of the person; a webcam pays no heed. */
  heed(guidance: Guidance | null): void;
}

export const frameSize = { width: 640, height: 480 } as const;
