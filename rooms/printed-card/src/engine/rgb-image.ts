/** An upright picture: rows from the top, 3 bytes (R, G, B) a pixel, no padding. */
export interface RgbImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}
