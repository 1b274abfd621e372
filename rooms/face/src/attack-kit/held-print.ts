import type { AttackScene } from './attack-scene.ts';
import type { Chance } from './chance.ts';
import type { Player } from './player.ts';
import { printSheet } from './printed-sheet.ts';
import { createRoomBackground } from './room-background.ts';
import { createSheetHand, type HandStyle } from './sheet-hand.ts';
import type { FacePicture, Subject } from './subject.ts';

/** Prints of the victim held by hand: a photo with a border, one that fills the frame, one that is bent. */
export type HeldPrintKind = 'print-with-border' | 'print-filling-frame' | 'bent-print';

/** Somebody who holds a print of the victim before the camera and moves it as asked. */
export async function holdPrint(kind: HeldPrintKind, scene: AttackScene): Promise<Player> {
  const whole = kind === 'print-filling-frame';
  return holdPicture(kind, await stolenPicture(scene.victim, whole, scene.chance), scene);
}

/** The same with any picture of a face. */
export function holdPicture(kind: HeldPrintKind, picture: FacePicture, scene: AttackScene): Player {
  const { camera, chance } = scene;
  const { width, height, focal } = camera.settings;
  const eyes = chance.between(22, 66);
  const sheet = printSheet(
    picture,
    {
      reach: kind === 'print-filling-frame' ? 20 : chance.between(2, 3.4),
      border: kind === 'print-with-border' ? chance.between(5, 25) : 0,
      eyes,
      gloss: chance.oneOf([0, chance.between(0.1, 0.5)]),
    },
    chance,
  );
  const distance = (focal * eyes) / eyePixels(kind, picture, chance, width);
  const style = drawStyle(kind, distance, eyes, chance);
  const hand = createSheetHand(style, chance, camera.settings);
  const axis = kind === 'bent-print' && chance.yes(0.4) ? chance.between(-0.6, 0.6) : 0;
  const paintBackground = createRoomBackground(chance, width, height);
  return (guidance, at) => {
    const { pose, curvature, gain } = hand.follow(guidance, at);
    return camera.shoot({ paintBackground, surfaces: [{ ...sheet, pose, curvature, axis }], gain });
  };
}

/** What an attacker has of the victim: mostly a picture as from a video call, else the photo of a document. */
export async function stolenPicture(victim: Subject, whole: boolean, chance: Chance): Promise<FacePicture> {
  const wide = ['live/frontal.jpg', 'live/frontal-2.jpg', 'live/near.jpg'] as const;
  const choices = whole ? wide : ([...wide, 'portrait.jpg'] as const);
  const file = choices[Math.floor(chance.even() * choices.length)] ?? wide[0];
  return victim.face(victim.has(file) ? file : wide[0]);
}

/** How far apart the eyes shall be in the frame: within what is asked for, or as near as fills the frame. */
function eyePixels(kind: HeldPrintKind, picture: FacePicture, chance: Chance, width: number): number {
  const usual = (chance.between(40, 62) * width) / 640;
  if (kind !== 'print-filling-frame') return usual;
  // The whole picture is printed: it fills the frame when it is shown a little larger than it was taken.
  const filling = (picture.eyeDistance * width) / picture.image.width;
  return filling * chance.between(1.03, 1.2);
}

function drawStyle(kind: HeldPrintKind, distance: number, eyes: number, chance: Chance): HandStyle {
  const bent = kind === 'bent-print';
  // Radii from about that of a head to a slight bow, for the size of the print.
  const radius = (eyes / 62) * chance.between(70, 260);
  const straight = bent ? chance.oneOf([1, 1, 1, -1]) / radius : 0;
  return {
    distance,
    turn: bent ? chance.between(0.25, 0.6) : chance.between(0.5, 1),
    turnPitch: chance.oneOf([0, 0, chance.between(-0.3, 0.3)]),
    turnShift: chance.oneOf([0, chance.between(-0.08, 0.08) * distance]),
    curvature: {
      straight,
      turned: straight * (bent ? chance.between(1, 2.2) : 1),
      near: straight * (bent ? chance.between(1, 2.5) : 1),
    },
    leanPitch: chance.oneOf([0, chance.between(-0.2, 0.2)]),
    lean: chance.between(0.58, 0.75),
    tremor: chance.between(0.5, 1.2),
  };
}
