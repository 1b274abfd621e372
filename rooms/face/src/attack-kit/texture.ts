import type { RgbImage } from '../decoding/rgb-image.ts';

/** One size of a picture: RGB and, where the sheet has holes, how opaque each pixel is (0..255). */
export interface TextureLevel {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
  readonly alpha: Uint8Array | null;
}

/** A picture to put on a surface, at full size and halved again and again, so that far ones do not glitter. */
export interface Texture {
  readonly levels: readonly [TextureLevel, ...TextureLevel[]];
}

/** Makes the smaller sizes of a picture; `alpha` has one byte a pixel. */
export function createTexture(image: RgbImage, alpha: Uint8Array | null = null): Texture {
  const full: TextureLevel = { width: image.width, height: image.height, rgb: image.data, alpha };
  const levels: [TextureLevel, ...TextureLevel[]] = [full];
  for (let level = full; level.width >= 64 && level.height >= 64; ) {
    level = halve(level);
    levels.push(level);
  }
  return { levels };
}

function halve(level: TextureLevel): TextureLevel {
  const width = level.width >> 1;
  const height = level.height >> 1;
  const rgb = halveChannels(level.rgb, level.width, width, height, 3);
  const alpha = level.alpha === null ? null : halveChannels(level.alpha, level.width, width, height, 1);
  return { width, height, rgb, alpha };
}

function halveChannels(
  from: Uint8Array,
  fromWidth: number,
  width: number,
  height: number,
  channels: number,
): Uint8Array {
  const to = new Uint8Array(width * height * channels);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let c = 0; c < channels; c++) {
        const a = (2 * y * fromWidth + 2 * x) * channels + c;
        const b = a + fromWidth * channels;
        const sum = (from[a] ?? 0) + (from[a + channels] ?? 0) + (from[b] ?? 0) + (from[b + channels] ?? 0);
        to[(y * width + x) * channels + c] = (sum + 2) >> 2;
      }
    }
  }
  return to;
}
