import type { RgbImage } from '../decoding/rgb-image.ts';
import type { FrameGuidance } from '../verification/frame-guidance.ts';
import type { Chance } from './chance.ts';
import { createBlinks } from './genuine-person.ts';
import { askedSide, createHeadMotion, drawHeadManner } from './head-motion.ts';
import { createLeanMotion, leanPicture } from './lean-motion.ts';
import { type Subject, turnFile } from './subject.ts';
import { zoomedImage } from './zoomed-image.ts';

/** What is to be seen of somebody at a moment: the picture's file, the turn in it, how it is enlarged. */
export interface FilmMoment {
  readonly file: string;
  readonly turn: number;
  readonly zoom: number;
}

/**
 * A film of a person who does what is asked, but for the side of their turns, which `sideFor` may say. The same
 * moment is the same object, and `develop` makes the picture of each only once.
 */
export function createPersonFilm(
  chance: Chance,
  develop: (moment: FilmMoment) => RgbImage,
  sideFor: (step: FrameGuidance['step']) => number = askedSide,
): (guidance: FrameGuidance, at: number) => RgbImage {
  const manner = drawHeadManner(chance);
  const head = createHeadMotion(manner, sideFor);
  const lean = createLeanMotion({ start: 1, reach: 0.66, speed: 0.25, reactionMs: manner.reactionMs });
  const blinks = createBlinks(chance);
  const developed = new Map<string, RgbImage>();
  let leans = false;
  return (guidance, at) => {
    leans ||= guidance.step === 'lean-in';
    const turn = Math.round(head.follow(guidance, at) / 5) * 5;
    const { file, zoom } = leanPicture(lean.follow(guidance, at));
    const moment: FilmMoment = leans
      ? { file, turn: 0, zoom: Math.round(zoom * 100) / 100 }
      : { file: blinks(turnFile(turn), at), turn, zoom: 1 };
    const key = `${moment.file} ${moment.zoom}`;
    const image = developed.get(key) ?? develop(moment);
    developed.set(key, image);
    return image;
  };
}

/** The film's pictures as they are. */
export function plainFilm(person: Subject, centre: { readonly x: number; readonly y: number }) {
  return ({ file, zoom }: FilmMoment): RgbImage =>
    zoom === 1 ? person.image(file) : zoomedImage(person.image(file), centre, zoom);
}
