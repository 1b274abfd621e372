import sharp from 'sharp';
import { lobby, plainWall } from './backdrops.ts';
import { cameraLook } from './camera-look.ts';
import type { Figure } from './figure.ts';
import { evenLight, type LiveShot } from './shot-list.ts';
import type { Studio } from './studio.ts';

/** Focal length of the counter's camera in pixels at 640x480: a webcam's angle of about 54 degrees. */
const focal = 470;
/** Eyes to chin in a usual frame: the detector's box then is about 160 pixels high, under 1/2.7 of the frame. */
const facePixels = 97;

/** Takes one live picture, 640x480 JPEG. */
export async function livePicture(
  studio: Studio,
  figure: Figure,
  id: string,
  shot: LiveShot,
): Promise<Buffer> {
  const [, y, z] = figure.eyes;
  const distance = ((focal * figure.eyesToChin) / facePixels) * shot.away;
  const [width, height] = [640, 480];
  const png = await studio.shoot(figure.at(shot.moment), {
    width,
    height,
    focal,
    camera: [0, y - 0.12, z + distance],
    target: [0, y - 0.35, z],
    lights: shot.lights,
    surround: shot.surround,
    exposure: shot.exposure,
    backdrop: await lobby(id, width, height),
    backdropLight: shot.frame.light === 'dim' ? 0.42 : 1,
  });
  return cameraLook(png, width, height, shot.noise, `${id} ${shot.frame.file}`);
}

/** Takes the passport photo of the card, PNG in colour, 3:4: head about two thirds of the height. */
export async function passportPicture(
  studio: Studio,
  figure: Figure,
  smile: number,
  height = 640,
): Promise<Buffer> {
  const [, y, z] = figure.eyes;
  const [width, distance] = [height * 0.75, 12];
  const png = await studio.shoot(
    figure.at({
      pose: { yaw: 0.6, pitch: 0.3, roll: -0.4 },
      expression: { closure: 0, smile: smile * 0.6, browsUp: 0.08 },
      gaze: { yaw: 0, pitch: 0 },
      wears: 'nothing',
    }),
    {
      width,
      height,
      focal: (0.6 * height * distance) / figure.headHeight,
      camera: [0, y - 0.1, z + distance],
      target: [0, y - 0.28 * (figure.headHeight / 2.3), z],
      lights: evenLight,
      surround: 0.6,
      exposure: 1.05,
      backdrop: await plainWall(width, height),
      backdropLight: 1,
    },
  );
  return sharp(png).removeAlpha().png().toBuffer();
}
