import type { Screen } from '@honnin/terminal/screen-protocol';
import type { AgentLink } from '../agent/agent-link.ts';

/** How the person can leave from here: `finish` when all is done and only the screen remains. */
export function wayOut(screen: Screen): 'stop' | 'finish' | null {
  switch (screen.name) {
    case 'welcome':
    case 'reading-card':
    case 'checking':
    case 'looking-up':
      return null;
    case 'done':
    case 'insurance-at-desk':
      return screen.cardPresent ? null : 'finish';
    case 'failure':
      if (screen.actions.includes('end')) return 'stop';
      return screen.cardPresent ? null : 'finish';
    default:
      return 'stop';
  }
}

/**
 * Stops the visit without asking back. From a way of being identified the first `cancel` only leads back to the
 * choice, and the second ends the visit; where the first one ends it, the second finds nothing to end.
 */
export function stopVisit(link: AgentLink): void {
  link.send({ type: 'cancel' });
  link.send({ type: 'cancel' });
}
