import { openCardFace } from './open-card-face.ts';
import { openResidenceCard } from './open-residence-card.ts';
import type { Work } from './work.ts';

/** Photo and record of whichever document lies there, opened by what is printed on it. */
export const openDocument: Work = (options) =>
  options.memory.residenceSession === null ? openCardFace(options) : openResidenceCard(options);
