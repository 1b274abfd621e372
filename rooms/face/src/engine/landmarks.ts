/**
 * The 68 points of a face in the usual order (0–16 jaw, 17–26 brows, 27–35 nose, 36–47 eyes, 48–67 mouth),
 * as x, y pairs in pixels of the image. "Right eye" is 36–41: the person's own right, left in an unmirrored image.
 */
export interface Landmarks {
  readonly points: Float32Array;
}
