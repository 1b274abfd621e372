import { text } from '../messages/text.ts';
import type { Expectation } from './expectation.ts';

/** What to look for at the kiosk, in a sentence. */
export function expectationText(expected: Expectation): string {
  switch (expected) {
    case 'nothing-laid':
      return text.expect_nothing_laid();
    case 'other-card':
      return text.expect_other_card();
    case 'same-person':
      return text.expect_same_person();
    case 'another-person':
      return text.expect_another_person();
    case 'photo':
      return text.expect_photo();
    case 'webcam':
      return text.expect_webcam();
  }
}
