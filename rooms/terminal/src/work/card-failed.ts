import type { VisitEvent } from '@honnin/identification';
import type { Reason } from '@honnin/outcome';

/** Failures that the same card will meet again however often it is laid down. */
const lasting = new Set([
  'card-not-my-number',
  'document-generation-unknown',
  'residence-card-to-desk',
  'document-not-supported',
  'transit-card-laid',
  'driving-licence-laid',
  'payment-card-laid',
  'passport-laid',
  'basic-resident-card-laid',
  'phone-laid',
  'card-data-malformed',
  'card-file-missing',
  'certificate-absent',
  'secret-required',
]);

/** A failure of card or reader as the visit's event; a card that is gone is a removal. */
export function cardFailed(reason: Reason): VisitEvent {
  if (reason.code === 'card-removed' || reason.code === 'card-absent') return { type: 'card-removed' };
  return { type: 'card-failed', reason, again: !lasting.has(reason.code) };
}
