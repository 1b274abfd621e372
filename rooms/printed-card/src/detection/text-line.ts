/** A point of the picture, in pixels from the upper left. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Where one line of text lies: the middle of its rectangle, half its length along `angle` (radians, clockwise
 * from the picture's x axis) and half its height across. Which end is the beginning is not known.
 */
export interface TextLine {
  readonly middle: Point;
  readonly halfLength: number;
  readonly halfHeight: number;
  readonly angle: number;
  /** Mean certainty of the pixels that it was found by, 0..1. */
  readonly certainty: number;
}

/** Four corners, beginning where the text begins if it is read along `angle`. */
export function cornersOf({ middle, halfLength, halfHeight, angle }: TextLine): readonly Point[] {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  return [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ].map(([along = 0, across = 0]) => ({
    x: middle.x + along * halfLength * c - across * halfHeight * s,
    y: middle.y + along * halfLength * s + across * halfHeight * c,
  }));
}
