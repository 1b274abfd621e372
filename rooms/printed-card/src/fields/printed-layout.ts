import type { Point, TextLine } from '../detection/text-line.ts';

/** A line's coordinates seen along its own reading direction. */
export interface LineFrame {
  /** Where the line begins, on its middle height. */
  readonly start: Point;
  readonly right: Point;
  readonly down: Point;
  readonly height: number;
}

export function frameOf({ middle, halfLength, halfHeight, angle }: TextLine, turned: boolean): LineFrame {
  const along = turned ? angle + Math.PI : angle;
  const right = { x: Math.cos(along), y: Math.sin(along) };
  return {
    start: { x: middle.x - halfLength * right.x, y: middle.y - halfLength * right.y },
    right,
    down: { x: -right.y, y: right.x },
    height: 2 * halfHeight,
  };
}

/** Where a point lies seen from a line: along it and below it, in its own heights. */
function seenFrom(frame: LineFrame, point: Point): Point {
  const [x, y] = [point.x - frame.start.x, point.y - frame.start.y];
  return {
    x: (x * frame.right.x + y * frame.right.y) / frame.height,
    y: (x * frame.down.x + y * frame.down.y) / frame.height,
  };
}

/** A date's line is so many times as long as high, with room for tilt. */
const dateShape = { least: 4, most: 24 } as const;
const codeShape = { least: 1.6, most: 6 } as const;
/** The expiry date begins below the birth date's beginning; offsets in line heights. */
const rowBelow = { least: 0.9, most: 3.2, aside: 1.6 } as const;
/** The security code stands below the photo, to the lower left of both dates; in heights of the birth date's line. */
const codePlace = { left: -9, right: -0.6, above: 2.2, below: 10 } as const;

export const shapedAsDate = ({ halfLength, halfHeight }: TextLine): boolean =>
  halfLength > dateShape.least * halfHeight && halfLength < dateShape.most * halfHeight;

export const shapedAsCode = ({ halfLength, halfHeight }: TextLine): boolean =>
  halfLength > codeShape.least * halfHeight && halfLength < codeShape.most * halfHeight;

/** Whether the second line begins one row below the first, as the expiry date does below the birth date. */
export function followsBelow(first: LineFrame, second: LineFrame): boolean {
  const { x, y } = seenFrom(first, second.start);
  return y > rowBelow.least && y < rowBelow.most && Math.abs(x) < rowBelow.aside;
}

/** From the birth date's row to the expiry date's, in line heights. */
export const rowHeights = 1.6;

/** Whether a line lies where the security code is printed, seen from a date `below` the birth date's row. */
export function liesAsCode(date: LineFrame, { middle }: TextLine, below: number): boolean {
  const { x, y } = seenFrom(date, middle);
  const { left, right, above } = codePlace;
  return x > left && x < right && y > above - below && y < codePlace.below - below;
}

/** Corners of the patch that holds the code on most cards. */
export function usualCodeCorners({ start, right, down, height }: LineFrame, below: number): readonly Point[] {
  return [
    [-6, 4.6],
    [-1.2, 4.6],
    [-1.2, 6.6],
    [-6, 6.6],
  ].map(([x = 0, y = 0]) => ({
    x: start.x + height * (x * right.x + (y - below) * down.x),
    y: start.y + height * (x * right.y + (y - below) * down.y),
  }));
}
