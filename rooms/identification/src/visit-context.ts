import type { Reason } from '@honnin/outcome';
import type { IdentificationMethod } from './statement-claims.ts';

/** Where `retry` leads: the whole visit anew with the card in place, the face again, or the hand-over again. */
export type RetryTarget = 'visit' | 'face' | 'submission';

export interface VisitFailure {
  /** The first one is shown. */
  readonly reasons: readonly [Reason, ...Reason[]];
  /** Nothing goes on from here but a visit of its own: reception is told, the card session is closed. */
  readonly final: boolean;
  readonly retry: RetryTarget | null;
}

/** A visit's memory: counters and marks, nothing about the person. */
export interface VisitContext {
  /** What lies on the reader. */
  readonly document: 'my-number-card' | 'residence-card';
  readonly cardPresent: boolean;
  /** The card left the reader to be shown to the camera, and has not been read again since. */
  readonly cardLifted: boolean;
  /** Where the visit goes on when a lifted card has been read again. */
  readonly afterLift: 'openingCardFace' | 'choosing';
  readonly inGrace: boolean;
  readonly asksConsents: boolean;
  readonly offersPrescriptionChoice: boolean;
  /** Why a way is closed; null while it is open. */
  readonly faceUnavailable: Reason | null;
  readonly pinUnavailable: Reason | null;
  readonly faceTriesLeft: number;
  readonly pinTriesLeft: number;
  readonly pinWrong: boolean;
  /** Until staff has to help; smaller than the card's counter. */
  readonly matchingTriesLeft: number;
  readonly matchingWrong: boolean;
  readonly residenceNumberWrong: boolean;
  /** Photo and record, of whichever document, have proved themselves. */
  readonly cardFaceVerified: boolean;
  readonly staffConfirmed: boolean;
  /** Why staff is to look, when it was not the person who asked for it. */
  readonly staffBecause: Reason | null;
  /** What the matching number is wanted for. */
  readonly wanted: 'face' | 'staff';
  readonly identifiedBy: IdentificationMethod | null;
  readonly statementIssued: boolean;
  /** Identified by a document that is no insurance card: the rest is the desk's. */
  readonly insuranceAtDesk: boolean;
  /** The person is being asked whether they are still there. */
  readonly stillThere: boolean;
  readonly failure: VisitFailure | null;
  /** Everything that went wrong so far, for reception. */
  readonly reasons: readonly Reason[];
  readonly again: boolean;
}

/** How a visit ended; `again`: the person wants another one with the card that lies there. */
export interface VisitOutput {
  readonly again: boolean;
}

/**
 * Of the card's ten tries of matching number B, this many are kept: three wrong ones in a row, in this visit
 * or in earlier ones, and staff helps first.
 */
export const matchingTriesKept = 7;

/** Tries once a member of staff stands by; the card room keeps the very last one. */
export const matchingTriesWithStaff = 3;
