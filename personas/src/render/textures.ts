import sharp from 'sharp';
import type { Colour } from './human-recipe.ts';
import { numberAt } from './number-at.ts';
import { randomStream } from './random-stream.ts';

/**
 * Dyes a texture: `share` 1 keeps only its light and dark and gives it the colour, 0 leaves it as it is.
 * Transparency stays. `depth` 0 makes it plain: what was printed on the cloth is gone.
 */
export async function dyed(file: string, colour: Colour, share: number, depth = 1): Promise<Buffer> {
  const { data, info } = await sharp(file).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  let [sum, weight] = [0, 0];
  for (let i = 0; i < data.length; i += 4) {
    sum += grey(data, i) * numberAt(data, i + 3);
    weight += numberAt(data, i + 3);
  }
  const mean = weight > 0 ? Math.max(12, sum / weight) : 128;
  // Grey hair scatters light through itself: its shadows stay light.
  const [floor, contrast] = Math.max(...colour) > 0.4 ? [0.6, 0.9] : [0.25, 1.35];
  for (let i = 0; i < data.length; i += 4) {
    // Textures of black hair hold little contrast: lift it relative to the texture's own mean.
    // Under full transparency they hold any colour, which would shine through at the edges of strands.
    const solid = numberAt(data, i + 3) / 255;
    const relative = Math.min(2.1, grey(data, i) / mean) * solid + 0.8 * (1 - solid);
    for (const k of [0, 1, 2] as const) {
      const shade = floor + (1 - floor) * relative ** contrast;
      const target = 255 * colour[k] * (1 + (shade - 1) * depth);
      data[i + k] = Math.max(0, Math.min(255, numberAt(data, i + k) * (1 - share) + target * share));
    }
  }
  return sharp(data, { raw: { width: info.width, height: info.height, channels: 4 } })
    .png()
    .toBuffer();
}

/** Enlarges a skin (512 px hold the whole body, so a face is coarse), tints it, gives it fine grain, and dyes the scalp under the hair. */
export async function gradedSkin(
  file: string,
  tint: Colour,
  scalp?: { readonly mask: string; readonly colour: Colour },
): Promise<Buffer> {
  const size = 2048;
  const hair = scalp
    ? await sharp(scalp.mask)
        .removeAlpha()
        .greyscale()
        .resize(size, size, { kernel: 'cubic' })
        .blur(3)
        .raw()
        .toBuffer()
    : undefined;
  const { data } = await sharp(file)
    .removeAlpha()
    .resize(size, size, { kernel: 'cubic' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const stream = randomStream('skin');
  const grain = new Float32Array(size * size);
  for (let i = 0; i < grain.length; i++) grain[i] = stream.even() - 0.5;
  for (let i = 0; i < grain.length; i++) {
    const near =
      numberAt(grain, i) + (grain[i - 1] ?? 0) + (grain[i - size] ?? 0) + (grain[i - size - 1] ?? 0);
    const dark = hair ? Math.max(0, Math.min(0.92, (38 - numberAt(hair, i)) / 16)) : 0;
    for (const k of [0, 1, 2] as const) {
      const bare = numberAt(data, i * 3 + k) * tint[k] * (1 + near * 0.045);
      const value = bare * (1 - dark) + 255 * (scalp?.colour[k] ?? 0) * dark;
      data[i * 3 + k] = Math.max(0, Math.min(255, value));
    }
  }
  return sharp(data, { raw: { width: size, height: size, channels: 3 } })
    .png({ compressionLevel: 1 })
    .toBuffer();
}

function grey(data: Buffer, i: number): number {
  return 0.299 * numberAt(data, i) + 0.587 * numberAt(data, i + 1) + 0.114 * numberAt(data, i + 2);
}
