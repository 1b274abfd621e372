import type { TextLine } from '../detection/text-line.ts';
import { followsBelow, frameOf, shapedAsDate } from './printed-layout.ts';

/**
 * The lines that may be the birth or the expiry date, the likeliest first: those with another one a row above or
 * below them that begins at the same place, as the two dates do. Name and address need not be read at all when
 * the dates are found before them.
 */
export function orderLines(lines: readonly TextLine[]): TextLine[] {
  const dates = lines.filter(shapedAsDate);
  const frames = dates.flatMap((line) => [
    { line, turned: false, frame: frameOf(line, false) },
    { line, turned: true, frame: frameOf(line, true) },
  ]);
  const partners = (of: TextLine) =>
    frames.filter(({ line, frame }) =>
      frames.some(
        (other) =>
          other.line !== line &&
          (line === of || other.line === of) &&
          Math.cos(other.line.angle - line.angle) > 0.98 &&
          followsBelow(frame, other.frame),
      ),
    ).length;
  return dates
    .map((line) => ({ line, partners: partners(line) }))
    .sort((a, b) => b.partners - a.partners || b.line.certainty - a.line.certainty)
    .map(({ line }) => line);
}
