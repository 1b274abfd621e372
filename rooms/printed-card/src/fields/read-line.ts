import type { TextLine } from '../detection/text-line.ts';
import type { ReadLetter } from '../recognition/decode-letters.ts';

/** A line with what it says; `turned` when it had to be read from the other end. */
export interface ReadLine {
  readonly line: TextLine;
  readonly turned: boolean;
  readonly letters: readonly ReadLetter[];
}

/** Letters, and how sure each of them was read (0..1). */
export interface PlainText {
  readonly text: string;
  readonly certainties: readonly number[];
}

/** A line's text without spaces, in the plain forms of letters and digits, with a certainty for each of them. */
export function plainText(letters: readonly ReadLetter[]): PlainText {
  const text: string[] = [];
  const certainties: number[] = [];
  for (const { letter, certainty } of letters) {
    for (const plain of letter.normalize('NFKC').replaceAll(/\s/g, '')) {
      text.push(plain);
      certainties.push(certainty);
    }
  }
  return { text: text.join(''), certainties };
}
