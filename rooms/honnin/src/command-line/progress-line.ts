/** One line that tells how far a long work is. Disposing it ends the line. */
export interface ProgressLine extends Disposable {
  /** `share` from 0 to 1 */
  show(text: string, share: number): void;
}

/** Where the text goes: standard output, or a list in a test. */
interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** On a terminal the line is written over; elsewhere (a log) there is one line for every tenth. */
export function openProgressLine(output: Output): ProgressLine {
  let tenths = 0;
  let shown = false;
  return {
    show(text, share) {
      if (output.isTTY === true) {
        output.write(`\r\u001b[2K  ${text}`);
        shown = true;
      } else if (share >= 1 || Math.floor(share * 10) > tenths) {
        tenths = Math.floor(share * 10);
        output.write(`  ${text}\n`);
      }
    },
    [Symbol.dispose]() {
      if (shown) output.write('\n');
    },
  };
}
