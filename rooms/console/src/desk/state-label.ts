import type { Arrival } from '@honnin/reception/staff-api';
import { text } from '../messages/text.ts';

/** Where a visit stands, in a few words. */
export function stateLabel(arrival: Pick<Arrival, 'state'>): string {
  switch (arrival.state) {
    case 'identifying':
      return text.state_identifying();
    case 'help-wanted':
      return text.state_help_wanted();
    case 'looking-up':
      return text.state_looking_up();
    case 'done':
      return text.state_done();
    case 'problem':
      return text.state_problem();
    case 'left':
      return text.state_left();
  }
}
