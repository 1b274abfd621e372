import type { Screen } from '@honnin/terminal/screen-protocol';

/** The visit as the person sees it: four steps. */
export type VisitStep = 1 | 2 | 3 | 4;

const steps: Readonly<Record<Exclude<Screen['name'], 'failure' | 'still-there'>, VisitStep | 0>> = {
  welcome: 0,
  'reading-card': 1,
  'choose-method': 2,
  'show-card': 2,
  'lay-card-again': 2,
  'matching-number': 2,
  'residence-number': 2,
  face: 2,
  pin: 2,
  checking: 2,
  'waiting-for-staff': 2,
  consents: 3,
  'looking-up': 3,
  done: 4,
  'insurance-at-desk': 4,
};

/** The step a screen belongs to, 0 before the first; a failure and a question stay where the person was. */
export function visitStep(screen: Screen, before: VisitStep | 0): VisitStep | 0 {
  return screen.name === 'failure' || screen.name === 'still-there' ? before : steps[screen.name];
}
