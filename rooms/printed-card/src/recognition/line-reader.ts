import type { TextLine } from '../detection/text-line.ts';
import type { RgbImage } from '../engine/rgb-image.ts';
import type { TextNetwork } from '../engine/text-network.ts';
import { cutLine, greatestWidth, lineHeight, lineWidth } from './cut-line.ts';
import { decodeLetters, type ReadLetter } from './decode-letters.ts';

/** Reads single lines of a picture. */
export interface LineReader {
  /** `turned`: from the other end, upside down. */
  read(image: RgbImage, line: TextLine, turned: boolean): Promise<readonly ReadLetter[]>;
  /** Overwrites what is left of the last line. */
  wipe(): void;
}

/** @param letters that the network knows, in its order */
export function createLineReader(network: TextNetwork, letters: readonly string[]): LineReader {
  const scratch = new Float32Array(3 * lineHeight * greatestWidth);
  return {
    async read(image, line, turned) {
      const width = lineWidth(line);
      const input = scratch.subarray(0, 3 * lineHeight * width);
      cutLine(image, line, turned, width, input);
      const output = await network.run(input, [1, 3, lineHeight, width]);
      const read = decodeLetters(output, letters);
      output.data.fill(0);
      return read;
    },
    wipe: () => void scratch.fill(0),
  };
}
