import { sampleDesk } from './sample-desk.ts';

/** Every picture of the gallery. */
export const pictures: readonly string[] = [
  'sign-in',
  'no-reception',
  'empty',
  'line-down',
  ...Object.keys(sampleDesk),
];
