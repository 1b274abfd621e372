import type { CardAdvice } from '@honnin/terminal/screen-protocol';
import { m } from '../messages/m.ts';

const texts: Readonly<Record<CardAdvice, () => string>> = {
  'no-card': m.show_card_advice_no_card,
  'come-closer': m.show_card_advice_come_closer,
  'move-back': m.show_card_advice_move_back,
  'hold-flat': m.show_card_advice_hold_flat,
  'hold-still': m.show_card_advice_hold_still,
  'uncover-code': m.show_card_advice_uncover_code,
  'avoid-glare': m.show_card_advice_avoid_glare,
  'too-dark': m.show_card_advice_too_dark,
  'other-side': m.show_card_advice_other_side,
};

/** The one sentence that helps to read the card; without advice the card lies well. */
export const cardAdviceText = (advice: CardAdvice | null): string =>
  advice === null ? m.show_card_good() : texts[advice]();
