/** What the person is asked to do; left and right are the person's own. */
export type FaceStep = 'look-straight' | 'turn-left' | 'turn-right' | 'lean-in' | 'look-back' | 'done';

/** The one thing that would help most now. */
export type FaceAdvice =
  | 'no-face'
  | 'several-faces'
  | 'come-closer'
  | 'move-back'
  | 'move-to-centre'
  | 'too-dark'
  | 'too-bright'
  | 'hold-still'
  | 'open-eyes'
  | 'uncover-face'
  | 'face-the-camera'
  | 'turn-further'
  | 'turn-less'
  | 'other-way'
  | 'remove-mask'
  | 'remove-dark-glasses'
  | 'hair-off-eyes'
  | 'hand-off-face'
  | 'calm-expression'
  | 'light-from-behind'
  | 'lean-further';

/** Answer to one frame, for the screen. */
export interface FrameGuidance {
  readonly step: FaceStep;
  readonly advice: FaceAdvice | null;
  /** 0..1 of the whole verification. */
  readonly progress: number;
  /** The face, as shares of the frame's width and height (0..1), unmirrored. */
  readonly box: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  } | null;
  /** Nose offset over eye distance; positive is the person's own left. */
  readonly yaw: number | null;
}
