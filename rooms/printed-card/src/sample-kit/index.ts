export { type Chance, seededChance } from './chance.ts';
export { drawCard, type PrintedCard, type PrintStyle, usualStyle } from './draw-card.ts';
export { encodePicture } from './encode-picture.ts';
export { type Photograph, photograph, pictureSize } from './photograph.ts';
export { steadyPhotograph } from './steady-photograph.ts';
