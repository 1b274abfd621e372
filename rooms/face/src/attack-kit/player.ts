import type { FrameGuidance } from '../verification/frame-guidance.ts';

/** What a player shows the camera: a JPEG, chosen anew for every frame from the guidance on the screen. */
export type Player = (guidance: FrameGuidance, at: number) => Uint8Array | Promise<Uint8Array>;
