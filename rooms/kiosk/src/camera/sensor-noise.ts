import { frameSize } from './camera.ts';

/**
 * How far a grain lies beside a middle grey, of 255, at most. Enough that a quarter of the pixels of a flat part
 * change from picture to picture. The passive liveness model takes less and less of rendered skin for skin with
 * more grain: for the persona who fares worst 0.92 at 1, 0.71 at 2, 0.14 at 3, against a limit of 0.5.
 */
const strength = 1.5;
/** The sheet of grains is larger than a frame, and lies elsewhere on every one. */
const margin = 96;

/**
 * Grain as of a camera's sensor, new on every picture, for one that is drawn: one sheet of grains is made once
 * and laid at a random place, since 300,000 random numbers for each picture would cost more than the picture.
 */
export function createSensorNoise(random: () => number): (context: CanvasRenderingContext2D) => void {
  const sheet = document.createElement('canvas');
  sheet.width = frameSize.width + margin;
  sheet.height = frameSize.height + margin;
  const grains = sheet.getContext('2d');
  if (grains !== null) {
    const pixels = grains.createImageData(sheet.width, sheet.height);
    for (let at = 0; at < pixels.data.length; at += 4) {
      // Black or white that is nearly clear: darkens or brightens what is below.
      const grain = random() + random() - 1;
      pixels.data.fill(grain < 0 ? 0 : 255, at, at + 3);
      pixels.data[at + 3] = Math.abs(grain) * strength * 2;
    }
    grains.putImageData(pixels, 0, 0);
  }
  return (context) => {
    const place = () => -Math.floor(random() * margin);
    context.drawImage(sheet, place(), place());
  };
}
