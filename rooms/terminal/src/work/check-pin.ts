import { cardFailed } from './card-failed.ts';
import { sessionOf } from './session-of.ts';
import type { Work } from './work.ts';

/** Presents the PIN to the card and wipes it. The card decides, and counts. */
export const checkPin: Work = async ({ memory }) => {
  const { pin, spendLastTry } = memory;
  memory.pin = null;
  if (pin === null) throw new Error('no PIN was entered');
  try {
    const check = await sessionOf(memory).card.verifyAuthenticationPin(pin, { spendLastTry });
    if (check.status === 'failed') {
      // Another terminal spent tries in between: ask the person once more, knowing that it is the last.
      return check.reason.code === 'pin-last-try' ? { type: 'pin-last-try' } : cardFailed(check.reason);
    }
    switch (check.value.kind) {
      case 'accepted':
        return { type: 'pin-accepted' };
      case 'wrong':
        return { type: 'pin-wrong', triesLeft: check.value.triesLeft };
      case 'locked':
        return { type: 'pin-locked' };
    }
  } finally {
    pin.fill(0);
  }
};
