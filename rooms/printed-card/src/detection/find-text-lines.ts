import { smallestRectangle } from './smallest-rectangle.ts';
import type { Point, TextLine } from './text-line.ts';

/** Certainty (0..1) of every pixel that text is there, row by row. */
export interface TextMap {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** A pixel counts as text from here on, and a line when its pixels are as certain as this in the mean. */
const pixelCertainty = 0.3;
const lineCertainty = 0.55;
/** The network marks the core of a line: the line is as much larger on every side as its area over its girth, times this. */
const growth = 1.6;
const leastPixels = 20;
const leastHalfHeight = 1.5;
/** A card has some fifteen lines; a page of a newspaper before the camera must not hold the process up. */
const maximumLines = 40;

/**
 * The lines of text in a map of certainties, by differentiable binarisation's own way back from its map: every
 * connected patch becomes the smallest rectangle around it, grown to the letters' full height (Liao et al.,
 * Real-time Scene Text Detection with Differentiable Binarization, 3.4).
 */
export function findTextLines(map: TextMap): TextLine[] {
  const { width, height, data } = map;
  const seen = new Uint8Array(width * height);
  const lines: TextLine[] = [];
  const open: number[] = [];
  for (let start = 0; start < seen.length; start++) {
    if (seen[start] === 1 || (data[start] ?? 0) < pixelCertainty) continue;
    const edge: Point[] = [];
    let count = 0;
    let sum = 0;
    seen[start] = 1;
    open.push(start);
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      count++;
      sum += data[at] ?? 0;
      const x = at % width;
      const y = (at - x) / width;
      let inside = 0;
      for (const next of [
        x > 0 ? at - 1 : -1,
        x < width - 1 ? at + 1 : -1,
        y > 0 ? at - width : -1,
        y < height - 1 ? at + width : -1,
      ]) {
        if (next < 0 || (data[next] ?? 0) < pixelCertainty) continue;
        inside++;
        if (seen[next] === 1) continue;
        seen[next] = 1;
        open.push(next);
      }
      if (inside < 4) edge.push({ x, y });
    }
    const certainty = sum / count;
    if (count < leastPixels || certainty < lineCertainty) continue;
    const core = smallestRectangle(edge);
    if (core === null || core.halfHeight < leastHalfHeight) continue;
    // Pixels have a size: half of one more on every side.
    const halfLength = core.halfLength + 0.5;
    const halfHeight = core.halfHeight + 0.5;
    const grown = (growth * halfLength * halfHeight) / (halfLength + halfHeight);
    lines.push({
      middle: { x: core.middle.x + 0.5, y: core.middle.y + 0.5 },
      halfLength: halfLength + grown,
      halfHeight: halfHeight + grown,
      angle: core.angle,
      certainty,
    });
  }
  return lines.sort((a, b) => b.halfLength - a.halfLength).slice(0, maximumLines);
}
