import sharp from 'sharp';
import { numberAt } from './number-at.ts';
import { randomStream } from './random-stream.ts';

/** What a small camera adds to a clean picture: a little softness, darker corners, noise of the sensor; JPEG. */
export async function cameraLook(
  png: Buffer,
  width: number,
  height: number,
  noise: number,
  seed: string,
): Promise<Buffer> {
  const data = await sharp(png).removeAlpha().resize(width, height).blur(0.45).raw().toBuffer();
  const stream = randomStream('sensor', seed);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const away = Math.hypot(x / width - 0.5, y / height - 0.5);
      const corner = 1 - 0.16 * away * away;
      const light = stream.normal() * noise;
      for (const k of [0, 1, 2]) {
        const i = (y * width + x) * 3 + k;
        const value = numberAt(data, i) * corner + light + stream.normal() * noise * 0.45;
        data[i] = Math.max(0, Math.min(255, Math.round(value)));
      }
    }
  }
  return sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 86 })
    .toBuffer();
}
