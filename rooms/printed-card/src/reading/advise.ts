import { cornersOf, type Point, type TextLine } from '../detection/text-line.ts';
import type { RgbImage } from '../engine/rgb-image.ts';
import type { PrintAdvice } from './print-advice.ts';
import type { FrameSight } from './read-frame.ts';
import { readingSettings } from './settings.ts';

/** Lines shorter than this many times their height say little about how the card is held. */
const telling = 4;
/** Fewer lines than this are no card, but a poster or a name badge. */
const linesOfCard = 3;
/** Spread of the directions of lines, in radians, from which on the card is held askew. */
const askew = 0.045;
const edgePixels = 4;

/** What would help most to read the rest of a picture that did not show all three parts; null when it did. */
export function advise(image: RgbImage, sight: FrameSight): PrintAdvice | null {
  const { birthDate, expiryDate, securityCode } = sight.fields;
  if (sight.otherSide) return 'other-side';
  if (birthDate !== null && expiryDate !== null && securityCode !== null) return null;
  if (meanLight(image) < readingSettings.dark) return 'too-dark';
  const { lines } = sight;
  const something = birthDate !== null || expiryDate !== null || sight.unsure;
  if (!something && lines.length < linesOfCard) return 'no-card';
  const { glare } = readingSettings;
  if (sight.codePlace !== null && birthDate !== null && expiryDate !== null) {
    if (whiteWithin(image, sight.codePlace) > glare.ofCode) return 'avoid-glare';
    return sight.unsure ? 'hold-still' : 'uncover-code';
  }
  if (
    whiteWithin(
      image,
      lines.flatMap((line) => cornersOf(line)),
    ) > glare.ofLines
  )
    return 'avoid-glare';
  if (medianHalfHeight(lines) < readingSettings.smallHalfHeight) return 'come-closer';
  if (lines.filter((line) => touchesEdge(image, line)).length >= 2) return 'move-back';
  if (spreadOfDirections(lines) > askew) return 'hold-flat';
  return something ? 'hold-still' : lines.length < 2 * linesOfCard ? 'no-card' : 'hold-still';
}

function meanLight({ data }: RgbImage): number {
  let sum = 0;
  let count = 0;
  // Green stands for brightness; every hundredth pixel is enough.
  for (let at = 1; at < data.length; at += 303) {
    sum += data[at] ?? 0;
    count++;
  }
  return count === 0 ? 0 : sum / count;
}

/** Share of white pixels in the upright box around points; paper lit by a room stays below white. */
function whiteWithin({ data, width, height }: RgbImage, corners: readonly Point[]): number {
  if (corners.length === 0) return 0;
  const side = (of: 'x' | 'y', limit: number) => {
    const values = corners.map((corner) => Math.round(corner[of]));
    return [Math.max(0, Math.min(...values)), Math.min(limit, Math.max(...values))] as const;
  };
  const [left, right] = side('x', width);
  const [top, bottom] = side('y', height);
  let white = 0;
  for (let y = top; y < bottom; y += 2) {
    for (let x = left; x < right; x += 2) {
      const at = 3 * (y * width + x);
      if (Math.min(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0) >= 252) white++;
    }
  }
  return (4 * white) / Math.max(1, (right - left) * (bottom - top));
}

function medianHalfHeight(lines: readonly TextLine[]): number {
  const sorted = lines.map(({ halfHeight }) => halfHeight).sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

const touchesEdge = ({ width, height }: RgbImage, line: TextLine) =>
  cornersOf(line).some(
    ({ x, y }) => x < edgePixels || y < edgePixels || x > width - edgePixels || y > height - edgePixels,
  );

/** Lines of a card held flat before the camera are parallel; in perspective they run together. */
function spreadOfDirections(lines: readonly TextLine[]): number {
  const angles = lines
    .filter((line) => line.halfLength > telling * line.halfHeight)
    .map(({ angle }) => angle);
  const [first] = angles;
  if (first === undefined) return 0;
  const apart = angles.map((angle) => {
    const difference = angle - first;
    return difference - Math.PI * Math.round(difference / Math.PI);
  });
  const mean = apart.reduce((sum, one) => sum + one, 0) / apart.length;
  return Math.sqrt(apart.reduce((sum, one) => sum + (one - mean) ** 2, 0) / apart.length);
}
