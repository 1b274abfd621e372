import type { EvidenceMoment } from './face-evidence.ts';
import type { FaceSight } from './face-sight.ts';
import type { Collected } from './frame-collector.ts';
import type { FaceAdvice } from './frame-guidance.ts';

/** Offers a frame as evidence; null when the session went another way meanwhile (begun anew, ended, disposed). */
export type CollectFrame = (sight: FaceSight, moment: EvidenceMoment) => Promise<Collected | null>;

/** What one step made of a frame. */
export interface StepReport {
  readonly advice: FaceAdvice | null;
  /** 0..1 of the step. */
  readonly share: number;
  readonly done: boolean;
}

/** The step goes on, with this advice. */
export function goOn(advice: FaceAdvice | null, share = 0): StepReport {
  return { advice, share, done: false };
}

/** What to say to a frame that was not taken. */
export function adviceOn(taken: Collected): FaceAdvice | null {
  if (taken.state === 'unclear') return taken.advice;
  return taken.state === 'other-person' ? 'hold-still' : null;
}
