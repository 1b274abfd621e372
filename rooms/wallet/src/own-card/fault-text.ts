import { text } from '../messages/text.ts';
import type { FormFault } from './own-card-order.ts';

/** How to put a field right. */
export function faultText(fault: FormFault): string {
  switch (fault) {
    case 'name':
      return text.fault_name();
    case 'kana':
      return text.fault_kana();
    case 'birthDate':
      return text.fault_birth_date();
    case 'address':
      return text.fault_address();
    case 'pin':
      return text.fault_pin();
    case 'photo':
      return text.fault_photo();
  }
}
