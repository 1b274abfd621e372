import type { RgbImage } from '../engine/rgb-image.ts';
import type { TextNetwork } from '../engine/text-network.ts';
import type { TextMap } from './find-text-lines.ts';

/** The detection network halves its picture five times. */
const multiple = 32;
/** Means and deviations that the network was trained with, for blue, green and red. */
const means = [0.485, 0.456, 0.406] as const;
const deviations = [0.229, 0.224, 0.225] as const;

/** Where text is in a picture, whose sides must be multiples of 32; `scratch` is overwritten and reused. */
export async function mapText(
  network: TextNetwork,
  image: RgbImage,
  scratch: Float32Array,
): Promise<TextMap> {
  const { width, height, data } = image;
  if (width % multiple !== 0 || height % multiple !== 0) throw new RangeError(`${width}x${height}`);
  const plane = width * height;
  const input = scratch.subarray(0, 3 * plane);
  for (let channel = 0; channel < 3; channel++) {
    const scale = 1 / (255 * (deviations[channel] ?? 1));
    const shift = (means[channel] ?? 0) / (deviations[channel] ?? 1);
    const from = 2 - channel;
    for (let at = 0; at < plane; at++)
      input[channel * plane + at] = (data[3 * at + from] ?? 0) * scale - shift;
  }
  const output = await network.run(input, [1, 3, height, width]);
  return { width, height, data: output.data };
}
