import type { Screen } from '@honnin/terminal/screen-protocol';

/**
 * Whether the camera should run: warmed up from the card on, let go when the face has been seen or another way
 * was taken. While the agent checks, it stays as it was before: the face may come next.
 */
export function wantsCamera(screen: Screen['name'] | null, before: boolean): boolean {
  switch (screen) {
    case 'reading-card':
    case 'choose-method':
    case 'show-card':
    case 'matching-number':
    case 'residence-number':
    case 'face':
      return true;
    case 'checking':
    case 'lay-card-again':
    case 'still-there':
      return before;
    default:
      return false;
  }
}
