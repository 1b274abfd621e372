import type { Arrival } from '@honnin/reception/staff-api';
import { text } from '../messages/text.ts';

/** How the person was identified. */
export function methodLabel(method: NonNullable<Arrival['method']>): string {
  switch (method) {
    case 'face':
      return text.method_face();
    case 'pin':
      return text.method_pin();
    case 'staff':
      return text.method_staff();
  }
}
