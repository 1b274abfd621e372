import type { Attempt } from '@honnin/outcome';
import type { ImageLimits } from './image-limits.ts';
import type { RgbImage } from './rgb-image.ts';

export function decodeImage(_bytes: Uint8Array, _limits?: ImageLimits): Promise<Attempt<RgbImage>> {
  throw new Error('not built yet');
}
