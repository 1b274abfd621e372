import type { Attempt } from '@honnin/outcome';
import type { RgbImage } from './rgb-image.ts';

export function decodeFrame(_jpeg: Uint8Array): Attempt<RgbImage> {
  throw new Error('not built yet');
}
