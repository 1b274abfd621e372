import type { Chance } from './chance.ts';
import { cropInside, croppedPicture } from './cropped-picture.ts';
import type { FacePicture } from './subject.ts';
import type { Material, Rectangle } from './surface.ts';
import { createTexture, type Texture } from './texture.ts';

/** A thing with a face on it: its picture and size (mm about the middle of the face). */
export interface FaceSheet {
  readonly texture: Texture;
  readonly area: Rectangle;
  readonly material: Material;
  /** Distance of the eyes on it, in mm. */
  readonly eyes: number;
}

/**
 * A printed picture. `reach` is how much of the picture is printed about the face (eye distances to each side
 * and, below and above, in proportion); `border` the white of the paper round it, in mm; `eyes` the distance of
 * the printed eyes in mm. A print loses black and some colour; photo paper is glossy, plain paper is not.
 */
export function printSheet(
  { image, centre, eyeDistance }: FacePicture,
  print: {
    readonly reach: number;
    readonly border: number;
    readonly eyes: number;
    readonly gloss: number;
  },
  chance: Chance,
): FaceSheet {
  const side = print.reach * eyeDistance;
  const crop = cropInside(image, centre.x - side, centre.y - side * 1.25, 2 * side, 2.5 * side);
  const black = chance.between(10, 32);
  const white = chance.between(225, 248);
  const mm = print.eyes / eyeDistance;
  const frame = Math.round(print.border / mm);
  const printed = croppedPicture(image, crop, frame, [white, white, white - chance.between(0, 8)], (v) => {
    return black + (v / 255) * (white - black);
  });
  const left = (crop.x - frame - centre.x) * mm;
  const top = (crop.y - frame - centre.y) * mm;
  return {
    texture: createTexture(printed),
    area: { left, top, right: left + printed.width * mm, bottom: top + printed.height * mm },
    material: { emission: 0, gloss: print.gloss, grid: null },
    eyes: print.eyes,
  };
}
