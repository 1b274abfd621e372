/** A square in pixels. */
export interface Square {
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The square about the box's centre whose side is the box's height times `grow`. */
export function squareOnHeight(box: Box, grow = 1): Square {
  const side = box.height * grow;
  return { x: box.x + box.width / 2 - side / 2, y: box.y + box.height / 2 - side / 2, side };
}

/**
 * The square grown by `grow` and shifted (shrunk only when it has to be) so that it lies within the image:
 * what the passive liveness network was made for, a face with its surroundings and no invented border.
 */
export function squareInside(box: Box, grow: number, width: number, height: number): Square {
  const wanted = squareOnHeight(box, grow);
  const side = Math.min(wanted.side, width, height);
  const x = box.x + box.width / 2 - side / 2;
  const y = box.y + box.height / 2 - side / 2;
  return { x: Math.min(Math.max(x, 0), width - side), y: Math.min(Math.max(y, 0), height - side), side };
}

/** The square about the eye whose six points start at `first`, half as wide again as the eye. */
export function squareAboutEye(points: Float32Array, first: number): Square {
  const x = (i: number) => points[2 * (first + i)] ?? 0;
  const y = (i: number) => points[2 * (first + i) + 1] ?? 0;
  let [cx, cy] = [0, 0];
  for (let i = 0; i < 6; i++) {
    cx += x(i) / 6;
    cy += y(i) / 6;
  }
  const side = 1.5 * Math.hypot(x(0) - x(3), y(0) - y(3));
  return { x: cx - side / 2, y: cy - side / 2, side };
}
