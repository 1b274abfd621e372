import type { Reason } from '@honnin/outcome';
import type { IdentificationMethod } from './statement-claims.ts';

/** What happens to a visit: devices and services (first), then the person. No personal data in any. */
export type VisitEvent =
  | {
      readonly type: 'visit-opened';
      readonly asksConsents: boolean;
      readonly offersPrescriptionChoice: boolean;
    }
  | { readonly type: 'reception-failed'; readonly reason: Reason }
  | {
      readonly type: 'card-read';
      readonly inGrace: boolean;
      readonly pinTriesLeft: number;
      /** Tries left of matching number B on the card. */
      readonly matchingTriesLeft: number;
      /** Comparisons that this card may still be tried with here. */
      readonly faceTriesLeft: number;
    }
  /** The card or its reader did not do what was asked; `again`: laying it down once more may help. */
  | { readonly type: 'card-failed'; readonly reason: Reason; readonly again: boolean }
  | { readonly type: 'card-removed' }
  | { readonly type: 'matching-number-wanted' }
  | { readonly type: 'matching-number-wrong' }
  | { readonly type: 'matching-number-locked'; readonly reason: Reason }
  | { readonly type: 'card-face-verified'; readonly hasPhoto: boolean }
  | { readonly type: 'card-face-refused'; readonly reasons: readonly Reason[] }
  | { readonly type: 'face-verified' }
  | { readonly type: 'face-not-verified'; readonly reasons: readonly Reason[] }
  | { readonly type: 'face-unusable'; readonly reason: Reason }
  | { readonly type: 'camera-failed'; readonly reason: Reason }
  | { readonly type: 'pin-accepted' }
  | { readonly type: 'pin-wrong'; readonly triesLeft: number }
  | { readonly type: 'pin-locked' }
  | { readonly type: 'staff-confirmed' }
  | { readonly type: 'staff-declined' }
  | { readonly type: 'statement-issued' }
  | { readonly type: 'result-accepted' }
  | { readonly type: 'result-refused'; readonly reasons: readonly Reason[] }
  | { readonly type: 'terminal-failed'; readonly reason: Reason }
  /** Nobody did anything for as long as the present state allows. */
  | { readonly type: 'inactive' }
  | { readonly type: 'choose'; readonly method: IdentificationMethod }
  | { readonly type: 'matching-number-entered' }
  | { readonly type: 'pin-entered'; readonly spendLastTry: boolean }
  | { readonly type: 'consents-given' }
  | { readonly type: 'retry' }
  | { readonly type: 'cancel' }
  | { readonly type: 'more-time' };
