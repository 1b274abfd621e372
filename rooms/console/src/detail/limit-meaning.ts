import type { LimitFlag } from '@honnin/insurance';
import { text } from '../messages/text.ts';

/**
 * What a limit class stands for, without amounts: those change by law, the order of the classes does not.
 * OQSCD012: A under 70, B from 70 on.
 */
export function limitMeaning(flag: LimitFlag): string {
  switch (flag) {
    case 'A01':
      return text.limit_a_highest();
    case 'A02':
      return text.limit_a_second();
    case 'A03':
      return text.limit_a_third();
    case 'A04':
      return text.limit_a_fourth();
    case 'A05':
    case 'A06':
      return text.limit_a_no_tax();
    case 'B01':
      return text.limit_b_working_3();
    case 'B02':
      return text.limit_b_working_2();
    case 'B03':
      return text.limit_b_working_1();
    case 'B04':
    case 'B09':
    case 'B10':
      return text.limit_b_general();
    case 'B05':
      return text.limit_b_low_2();
    case 'B06':
    case 'B07':
    case 'B08':
      return text.limit_b_low_1();
  }
}
