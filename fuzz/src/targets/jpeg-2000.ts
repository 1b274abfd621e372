import { readFile } from 'node:fs/promises';
import { decodeImage, faceFailures } from '@honnin/face';
import { personFile } from '@honnin/personas';
import { type FuzzTarget, mustHold } from '../fuzz-target.ts';
import { mustFailByName } from '../must-fail-by-name.ts';

/** The photo of a chip (ISO/IEC 15444-1): header, limits and codec. */
export const jpeg2000: FuzzTarget = {
  name: 'jpeg-2000',
  samples: async () => {
    const photo = await readFile(personFile('sato', 'chip.jp2'));
    const codestream = photo.indexOf(Buffer.from('ff4fff51', 'hex'));
    return [photo, photo.subarray(codestream), photo.subarray(0, codestream + 60)].map((bytes) =>
      Uint8Array.from(bytes),
    );
  },
  read: async (input) => {
    const image = await decodeImage(input);
    mustFailByName(image, faceFailures);
    if (image.status === 'done') {
      const { width, height, data } = image.value;
      mustHold(data.length === width * height * 3, `${width}x${height} with ${data.length} bytes`);
    }
  },
};
