import { CARD_FACE_FILE, JPKI_FILE } from '@honnin/card';
import {
  type CardRecord,
  createFaultyCard,
  createOtherCard,
  createVirtualCard,
  type FaultPlan,
  namedFaultPlans,
  type VirtualCard,
  withTriesLeft,
} from '@honnin/card-simulator';
import type { TestAuthority } from '@honnin/pki';
import { issueCard } from './lay-out-terminal.ts';
import { fileIdOf, nameOf } from './visit-steps.ts';

/** A card as people bring it, in the words of docs/card-faults.md. */
export interface CardSituation {
  readonly id: string;
  readonly words: string;
  /** What the person sees on each path: `verified`, or the failure's code. */
  readonly expected: Readonly<Record<'face' | 'pin', string>>;
  lay(): VirtualCard;
}

const withTries = (record: CardRecord, application: string, file: number, triesLeft: number) =>
  withTriesLeft(record, { application, file: fileIdOf(file) }, triesLeft);

const both = (expected: string): CardSituation['expected'] => ({ face: expected, pin: expected });

/** Cards of every situation at a counter; `cards` are issued by the authority that the terminal trusts. */
export async function cardsOfEverySituation(authority: TestAuthority): Promise<readonly CardSituation[]> {
  const record = (await issueCard(authority)).snapshot();
  const issued = async (change: Parameters<typeof issueCard>[1]) =>
    (await issueCard(authority, change)).snapshot();
  const good = (id: string, words: string, expected: CardSituation['expected'], card: CardRecord) => ({
    id,
    words,
    expected,
    lay: () => createVirtualCard(card),
  });
  const faulty = (id: string, words: string, expected: CardSituation['expected'], plan: FaultPlan) => ({
    id,
    words,
    expected,
    lay: () => createFaultyCard(record, plan),
  });
  const other = (kind: Parameters<typeof createOtherCard>[0], words: string, looksLike: string) => ({
    id: kind,
    words,
    expected: both(looksLike),
    lay: () => createOtherCard(kind),
  });
  return [
    good('usual', 'A card in order', both('verified'), record),
    good(
      'no-photo',
      'Without a photo (small children)',
      { face: 'card-has-no-photo', pin: 'verified' },
      await issued({ photo: null }),
    ),
    good(
      'no-pin',
      'Without a PIN (顔認証マイナンバーカード)',
      { face: 'verified', pin: 'pin-not-usable' },
      await issued({ pin: undefined }),
    ),
    good(
      'in-grace',
      'Certificate expired less than three months ago',
      both('verified'),
      await issued({ expiredDays: 30 }),
    ),
    good(
      'expired',
      'Certificate expired long ago',
      both('certificate-expired'),
      await issued({ expiredDays: 120 }),
    ),
    good(
      'pin-locked',
      'PIN locked',
      { face: 'verified', pin: 'pin-not-usable' },
      withTries(record, nameOf.jpki, JPKI_FILE.authenticationPin, 0),
    ),
    good(
      'pin-last-try',
      'One try left for the PIN',
      { face: 'verified', pin: 'last-try' },
      withTries(record, nameOf.jpki, JPKI_FILE.authenticationPin, 1),
    ),
    good(
      'number-locked',
      'Matching number blocked',
      { face: 'matching-number-locked', pin: 'verified' },
      withTries(record, nameOf.cardFace, CARD_FACE_FILE.matchingNumberB, 0),
    ),
    good(
      'number-nearly-locked',
      'Few tries left for the matching number',
      { face: 'matching-number-tries-used', pin: 'verified' },
      withTries(record, nameOf.cardFace, CARD_FACE_FILE.matchingNumberB, 7),
    ),
    faulty(
      'damaged-chip',
      'Chip damaged where the record is',
      { face: 'card-answered-error', pin: 'verified' },
      namedFaultPlans['damaged-chip'],
    ),
    faulty('dead-chip', 'Chip that does not answer at all', both('card-mute'), namedFaultPlans['dead-chip']),
    faulty('two-cards', 'Two cards at once', both('card-mute'), namedFaultPlans['two-cards']),
    faulty(
      'weak-field',
      'Card in a case: slow, and answers get lost',
      both('card-contact-lost'),
      namedFaultPlans['weak-field'],
    ),
    faulty(
      'slow',
      'Card or reader at the slowest rate (106 kbit/s)',
      both('verified'),
      namedFaultPlans['slow-106'],
    ),
    other('transit-card', 'Transit card', 'transit-card-laid'),
    other('driving-licence', 'Driving licence', 'driving-licence-laid'),
    other('credit-card', 'Credit card', 'payment-card-laid'),
  ];
}

/** What came of a path, in one word: `verified`, a failure's code, or what else happened. */
export const outcomeOf = (end: { readonly kind: string; readonly code: string | null }): string =>
  end.code ?? end.kind;
