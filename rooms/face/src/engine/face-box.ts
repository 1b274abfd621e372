/** A found face, in pixels of the image it was found in; may reach over the image's edge. */
export interface FaceBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** 0..1, the detector's certainty that this is a face. */
  readonly score: number;
}
