import type { Screen } from '@honnin/terminal/screen-protocol';

/** Whether the agent can call staff from here; elsewhere the person is told where the desk is. */
export function canCallStaff(screen: Screen): boolean {
  switch (screen.name) {
    case 'choose-method':
      return screen.methods.includes('staff');
    case 'failure':
      return screen.actions.includes('staff');
    case 'show-card':
      return screen.cardPresent;
    default:
      return ['matching-number', 'residence-number', 'face', 'pin'].includes(screen.name);
  }
}
