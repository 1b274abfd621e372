import type { RgbImage } from '../decoding/rgb-image.ts';
import type { Chance } from './chance.ts';
import { type Crop, cropInside, croppedPicture } from './cropped-picture.ts';
import type { FaceSheet } from './printed-sheet.ts';
import type { FacePicture } from './subject.ts';
import { createTexture } from './texture.ts';

/** A device that shows pictures; lengths in mm. */
export interface Screen {
  readonly width: number;
  readonly height: number;
  /** Side of one pixel. */
  readonly pitch: number;
  readonly bezel: number;
  /** Its brightness in the room's light, and how much it mirrors the lamp. */
  readonly brightness: number;
  readonly gloss: number;
  /** How light its black is, 0..255. */
  readonly black: number;
  readonly bezelColour: readonly [number, number, number];
}

type Size = readonly [width: number, height: number, pitch: number, bezel: number];

/** Telephone, tablet, laptop, monitor: what people have. */
export function drawScreen(chance: Chance): Screen {
  return drawOf(chance, [
    [68, 148, 0.061, 3],
    [150, 214, 0.096, 12],
    [310, 175, 0.161, 10],
    [531, 299, 0.277, 14],
  ]);
}

/** A monitor of 24 or 27 inches, the second with four times the pixels. */
export function drawLargeScreen(chance: Chance): Screen {
  return drawOf(chance, [
    [531, 299, 0.277, 14],
    [597, 336, 0.155, 8],
  ]);
}

function drawOf(chance: Chance, sizes: readonly [Size, ...Size[]]): Screen {
  const [width, height, pitch, bezel] = chance.oneOf(sizes);
  const dark = chance.between(8, 35);
  return {
    width,
    height,
    pitch,
    bezel,
    brightness: chance.between(0.85, 1.15),
    gloss: chance.oneOf([0, chance.between(0.1, 0.5)]),
    black: chance.between(2, 22),
    bezelColour: [dark, dark, dark],
  };
}

/** How a picture is put on a screen: the part of it that is shown, and mm for each of its pixels. */
export interface Showing {
  readonly crop: Crop;
  readonly mm: number;
}

/**
 * As large as the screen takes the face with what belongs to it (`reach` eye distances to each side), but not
 * larger than life; what the screen has room for beyond that shows more of the picture.
 */
export function fitScreen(
  screen: Screen,
  { image, centre, eyeDistance }: FacePicture,
  reach: number,
): Showing {
  const lifeSize = 62 / eyeDistance;
  const [across, down] = [screen.width / (2 * reach), screen.height / Math.max(3.6, 2 * reach)];
  const mm = Math.min(across / eyeDistance, down / eyeDistance, lifeSize);
  const [width, height] = [screen.width / mm, screen.height / mm];
  return { mm, crop: cropInside(image, centre.x - width / 2, centre.y - height * 0.52, width, height) };
}

/** The whole picture, as high as the screen. */
export function fillScreen(screen: Screen, { image }: Pick<FacePicture, 'image'>): Showing {
  return {
    mm: screen.height / image.height,
    crop: { x: 0, y: 0, width: image.width, height: image.height },
  };
}

/** One picture on the screen: its pixels shine by themselves, behind glass, in a bezel. */
export function showOnScreen(
  screen: Screen,
  image: RgbImage,
  { crop, mm }: Showing,
  face: Pick<FacePicture, 'centre' | 'eyeDistance'>,
): FaceSheet {
  const frame = Math.max(1, Math.round(screen.bezel / mm));
  const shine = (v: number) => screen.black + (v / 255) * (255 - screen.black) * screen.brightness;
  const shown = croppedPicture(image, crop, frame, screen.bezelColour, shine);
  const left = (crop.x - frame - face.centre.x) * mm;
  const top = (crop.y - frame - face.centre.y) * mm;
  const area = { left, top, right: left + shown.width * mm, bottom: top + shown.height * mm };
  const rim = frame * mm;
  return {
    texture: createTexture(shown),
    area,
    material: {
      emission: 1,
      gloss: screen.gloss,
      grid: {
        pitch: screen.pitch,
        area: {
          left: left + rim,
          top: top + rim,
          right: area.right - rim,
          bottom: area.bottom - rim,
        },
      },
    },
    eyes: face.eyeDistance * mm,
  };
}
