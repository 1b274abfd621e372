/** What an input picture may measure before it is decoded; more than that is refused, not shrunk. */
export interface ImageLimits {
  /** Size of the file in bytes. */
  readonly maximumBytes: number;
  /** Longest side in pixels. */
  readonly maximumSide: number;
  /** Width times height. */
  readonly maximumPixels: number;
}

/** Room for a photo of a present-day camera (40 megapixels), not for a decompression bomb. */
export const defaultImageLimits: ImageLimits = {
  maximumBytes: 32 * 1024 * 1024,
  maximumSide: 12_000,
  maximumPixels: 40_000_000,
};
