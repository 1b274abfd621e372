import type { RgbImage } from '../decoding/rgb-image.ts';
import type { FrameGuidance } from '../verification/frame-guidance.ts';
import type { AttackScene } from './attack-scene.ts';
import type { Player } from './player.ts';
import type { FaceSheet } from './printed-sheet.ts';
import { createRoomBackground } from './room-background.ts';
import { createSheetHand } from './sheet-hand.ts';
import { drawLargeScreen, drawScreen, fillScreen, fitScreen, showOnScreen } from './shown-screen.ts';
import type { FacePicture } from './subject.ts';

/** What runs on a screen: the picture for each moment. */
export type Film = (guidance: FrameGuidance, at: number) => RgbImage;

/**
 * How a screen is used. `turned`: held, and itself turned as asked. `held`: the film does the turning and the hand
 * only keeps it in the frame and, where asked, brings it nearer. `filling`: the same so near that no rim is seen.
 */
type ScreenUse = 'turned' | 'held' | 'filling';

/** Somebody with a screen before the camera. */
export function holdScreen(
  { camera, chance }: AttackScene,
  film: Film,
  face: Pick<FacePicture, 'image' | 'points' | 'centre' | 'eyeDistance'>,
  use: ScreenUse,
): Player {
  const { width, height, focal } = camera.settings;
  const still = use === 'turned';
  const screen = use === 'filling' ? drawLargeScreen(chance) : drawScreen(chance);
  const showing =
    use === 'filling' ? fillScreen(screen, face) : fitScreen(screen, face, chance.between(1.6, 2.6));
  const eyePixels =
    use === 'filling'
      ? (chance.between(1.15, 1.3) * face.eyeDistance * width) / face.image.width
      : (chance.between(42, 60) * width) / 640;
  const distance = (focal * face.eyeDistance * showing.mm) / eyePixels;
  const hand = createSheetHand(
    {
      distance,
      turn: still ? chance.between(0.5, 1) : 0,
      turnPitch: 0,
      turnShift: still ? chance.between(-0.05, 0.05) * distance : 0,
      curvature: { straight: 0, turned: 0, near: 0 },
      leanPitch: chance.oneOf([0, chance.between(-0.15, 0.15)]),
      lean: chance.between(0.58, 0.75),
      // A heavy screen stands on the table.
      tremor: screen.width > 250 ? 0.08 : chance.between(0.4, 1),
    },
    chance,
    camera.settings,
  );
  const paintBackground = createRoomBackground(chance, width, height);
  const sheets = new Map<RgbImage, FaceSheet>();
  return (guidance, at) => {
    const { pose, gain } = hand.follow(guidance, at);
    const image = film(guidance, at);
    let sheet = sheets.get(image);
    if (sheet === undefined) {
      sheet = showOnScreen(screen, image, showing, face);
      sheets.set(image, sheet);
    }
    return camera.shoot({ paintBackground, surfaces: [{ ...sheet, pose, curvature: 0, axis: 0 }], gain });
  };
}
