import type { PlainText } from './read-line.ts';

const certain = 0.9;

/**
 * Whether a line is the twelve digits of an individual number, which stand on the other side of the card. A line
 * that is smeared may look like a row of digits, but never like twelve sure ones.
 */
export function showsIndividualNumber({ text, certainties }: PlainText): boolean {
  const found = /(?<!\d)\d{12}$/.exec(text);
  return found !== null && certainties.slice(found.index).every((one) => one >= certain);
}
