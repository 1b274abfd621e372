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
      /** Face attempts before a wait, or 1 after it; 0 when the face is closed for this card. */
      readonly faceTriesLeft: number;
      /** The next face attempt has to wait. */
      readonly faceWaits: boolean;
    }
  /** A residence card lies there: it opens by the number on its front, and tells nothing before. */
  | { readonly type: 'residence-card-read' }
  /** The card or its reader did not do what was asked; `again`: laying it down once more may help. */
  | { readonly type: 'card-failed'; readonly reason: Reason; readonly again: boolean }
  | { readonly type: 'card-removed' }
  /** A card lies there again that was lifted to be shown to the camera. */
  | { readonly type: 'card-laid' }
  /** It is not the card that was lifted. */
  | { readonly type: 'other-card' }
  /** `byCamera`: it can be read off the card, so that nobody need type. */
  | { readonly type: 'matching-number-wanted'; readonly byCamera: boolean }
  | { readonly type: 'matching-number-wrong' }
  | { readonly type: 'matching-number-locked'; readonly reason: Reason }
  | {
      readonly type: 'card-face-verified';
      readonly hasPhoto: boolean;
      /** Why a member of staff is to look instead of the camera, as for a young child's card. */
      readonly needsStaff: Reason | null;
    }
  | { readonly type: 'residence-number-wanted' }
  /** It is not this card's; the card keeps no counter. */
  | { readonly type: 'residence-number-wrong' }
  | {
      readonly type: 'residence-card-verified';
      readonly hasPhoto: boolean;
      /** As in `card-face-verified`. */
      readonly needsStaff: Reason | null;
      /** As in `card-read`. */
      readonly faceTriesLeft: number;
      readonly faceWaits: boolean;
    }
  /** Record or document that does not hold, or could not be judged. */
  | { readonly type: 'card-face-refused'; readonly reasons: readonly Reason[] }
  /** The chip answers, but not with the record: a damaged part of it, which the PIN does not need. */
  | { readonly type: 'card-face-unreadable'; readonly reason: Reason }
  | { readonly type: 'face-verified' }
  | {
      readonly type: 'face-not-verified';
      readonly reasons: readonly Reason[];
      /** As in `card-read`, with this attempt counted. */
      readonly faceTriesLeft: number;
      readonly faceWaits: boolean;
    }
  /** The wait after too many face attempts is over. */
  | { readonly type: 'face-wait-over' }
  /** The camera's part is done, and a member of staff has to look; nobody failed. */
  | { readonly type: 'face-needs-staff'; readonly reason: Reason }
  | { readonly type: 'face-unusable'; readonly reason: Reason }
  | { readonly type: 'camera-failed'; readonly reason: Reason }
  | { readonly type: 'pin-accepted' }
  | { readonly type: 'pin-wrong'; readonly triesLeft: number }
  /** The card has one try left, and did not look at what was entered: it has to be meant. */
  | { readonly type: 'pin-last-try' }
  | { readonly type: 'pin-locked' }
  | { readonly type: 'staff-confirmed' }
  | { readonly type: 'staff-declined' }
  | { readonly type: 'statement-issued' }
  | { readonly type: 'result-accepted' }
  /** The desk knows who came with a document that is no insurance card, and looks the insurance up by hand. */
  | { readonly type: 'insurance-at-desk' }
  | { readonly type: 'result-refused'; readonly reasons: readonly Reason[] }
  | { readonly type: 'terminal-failed'; readonly reason: Reason }
  /** Nobody did anything for as long as the present state allows. */
  | { readonly type: 'inactive' }
  | { readonly type: 'choose'; readonly method: IdentificationMethod }
  /** Typed, or read off the card by the camera. */
  | { readonly type: 'matching-number-entered' }
  /** The number on the front of a residence card. */
  | { readonly type: 'residence-number-entered' }
  /** The camera did not come to read it, or the person would rather type. */
  | { readonly type: 'type-instead' }
  | { readonly type: 'pin-entered'; readonly spendLastTry: boolean }
  | { readonly type: 'consents-given' }
  | { readonly type: 'retry' }
  | { readonly type: 'cancel' }
  | { readonly type: 'more-time' };
