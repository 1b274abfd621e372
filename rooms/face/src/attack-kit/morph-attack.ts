import type { RgbImage } from '../decoding/rgb-image.ts';
import type { AttackScene } from './attack-scene.ts';
import { holdPicture } from './held-print.ts';
import { holdScreen } from './held-screen.ts';
import { type MorphShare, morphFaces } from './morph-faces.ts';
import { createPersonFilm, type FilmMoment } from './person-film.ts';
import type { Player } from './player.ts';
import { type FacePicture, findFace, turnFile } from './subject.ts';
import { zoomedImage } from './zoomed-image.ts';

/** A still morph of attacker and victim, as a print that may be bent or on a screen that is turned. */
export async function showMorph(scene: AttackScene): Promise<Player> {
  const { attacker, chance, engine } = scene;
  const straight = await attacker.face(turnFile(0));
  const victim = await victimPicture(scene);
  const image = morphFaces({ picture: straight, turn: 0, straight }, victim, drawShare(scene));
  const morph = await findFace(engine, image, 'a morph');
  if (chance.yes(0.5)) return holdScreen(scene, () => image, morph, 'turned');
  return holdPicture(chance.oneOf(['print-with-border', 'bent-print']), morph, scene);
}

/** The attacker's own turning frames, each changed towards the victim, on a screen that does what is asked. */
export async function showFollowingMorph(scene: AttackScene): Promise<Player> {
  const { attacker, chance } = scene;
  const straight = await attacker.face(turnFile(0));
  const victim = await victimPicture(scene);
  const share = drawShare(scene);
  const pictures = new Map<string, FacePicture>();
  // All faces are found before the film begins; a film is developed without waiting.
  for (const file of filmFiles) if (attacker.has(file)) pictures.set(file, await attacker.face(file));
  const develop = ({ file, turn, zoom }: FilmMoment): RgbImage => {
    const picture = pictures.get(file) ?? straight;
    const image = morphFaces({ picture, turn, straight }, victim, share);
    return zoom === 1 ? image : zoomedImage(image, straight.centre, zoom);
  };
  return holdScreen(scene, createPersonFilm(chance, develop), straight, 'held');
}

const filmFiles = [
  ...[-30, -25, -20, -15, -10, -5, 0, 5, 10, 15, 20, 25, 30].map(turnFile),
  ...[130, 115, 100, 88, 78, 69, 61].map((away) => `live/lean-${away}.jpg`),
  'live/blink-half.jpg',
  'live/blink-closed.jpg',
];

function victimPicture({ victim, chance }: AttackScene): Promise<FacePicture> {
  return victim.face(chance.oneOf(['live/frontal.jpg', 'portrait.jpg']));
}

/** Thirty to seventy hundredths of the victim, in shape and in colours each. */
function drawShare({ chance }: AttackScene): MorphShare {
  return { shape: chance.between(0.3, 0.7), colour: chance.between(0.3, 0.7) };
}
