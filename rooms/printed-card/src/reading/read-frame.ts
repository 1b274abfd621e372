import { findTextLines } from '../detection/find-text-lines.ts';
import { mapText } from '../detection/map-text.ts';
import type { Point, TextLine } from '../detection/text-line.ts';
import type { RgbImage } from '../engine/rgb-image.ts';
import type { TextNetwork } from '../engine/text-network.ts';
import { showsIndividualNumber } from '../fields/individual-number.ts';
import { orderLines } from '../fields/order-lines.ts';
import {
  codeCorners,
  codePlaceSeenFrom,
  type FoundField,
  findCode,
  findDate,
  type PrintedFields,
} from '../fields/printed-fields.ts';
import { shapedAsCode } from '../fields/printed-layout.ts';
import { plainText, type ReadLine } from '../fields/read-line.ts';
import type { LineReader } from '../recognition/line-reader.ts';
import { readingSettings } from './settings.ts';

/** What one picture showed. */
export interface FrameSight {
  readonly fields: PrintedFields;
  readonly lines: readonly TextLine[];
  /** Lines of which something was read, but a letter that counts was not sure enough. */
  readonly unsure: boolean;
  /** The twelve digits of the other side were seen; they are not kept. */
  readonly otherSide: boolean;
  /** Where the security code should be, when a date was found to look from. */
  readonly codePlace: readonly Point[] | null;
  /** Whether the card was upside down, seen along its lines; null when nothing told. */
  readonly turned: boolean | null;
}

export interface FrameReader {
  /** @param turnedBefore how the card was held in the picture before, tried first */
  read(image: RgbImage, turnedBefore: boolean): Promise<FrameSight>;
  wipe(): void;
}

/** So many lines are read both ways, when they make no sense, to learn how the card is held. */
const probed = 3;

/** Finds the text of a picture, and reads off it the three parts and nothing else that it can avoid. */
export function createFrameReader(parts: {
  readonly detector: TextNetwork;
  readonly reader: LineReader;
}): FrameReader {
  const { detector, reader } = parts;
  let scratch = new Float32Array(0);

  /** What was read one way, line by line. */
  function startReading(image: RgbImage, turned: boolean) {
    const found: FoundField[] = [];
    let certainties = 0;
    let letters = 0;
    const reading = {
      turned,
      found,
      otherSide: false,
      /** Of all letters so far, in the mean. */
      certainty: () => (letters === 0 ? 0 : certainties / letters),
      over: () => found.length === 2 || reading.otherSide,
      async goOn(lines: readonly TextLine[]) {
        for (const line of lines) {
          if (reading.over()) return;
          const read: ReadLine = { line, turned, letters: await reader.read(image, line, turned) };
          const date = findDate(read);
          if (date !== null && !found.some(({ field }) => field === date.field)) found.push(date);
          const plain = plainText(read.letters);
          reading.otherSide ||= showsIndividualNumber(plain);
          certainties += plain.certainties.reduce((sum, one) => sum + one, 0);
          letters += plain.certainties.length;
        }
      },
    };
    return reading;
  }

  /** The dates in the likeliest lines, read the way in which the first of them make sense. */
  async function readDates(image: RgbImage, lines: readonly TextLine[], turnedBefore: boolean) {
    const asBefore = startReading(image, turnedBefore);
    await asBefore.goOn(lines.slice(0, probed));
    if (asBefore.found.length > 0 || asBefore.otherSide) {
      await asBefore.goOn(lines.slice(probed));
      return asBefore;
    }
    const other = startReading(image, !turnedBefore);
    await other.goOn(lines.slice(0, probed));
    const better = other.found.length > 0 || other.certainty() > asBefore.certainty() ? other : asBefore;
    await better.goOn(lines.slice(probed));
    return better;
  }

  return {
    async read(image, turnedBefore) {
      const size = 3 * image.width * image.height;
      if (scratch.length < size) scratch = new Float32Array(size);
      const map = await mapText(detector, image, scratch);
      const lines = findTextLines(map);
      map.data.fill(0);
      const likely = orderLines(lines).slice(0, readingSettings.linesRead);
      const read = await readDates(image, likely, turnedBefore);
      const codes: FoundField[] = [];
      const [seen] = read.found;
      if (seen !== undefined) {
        const lies = codePlaceSeenFrom(seen);
        for (const line of lines.filter((one) => shapedAsCode(one) && lies(one)).slice(0, 3)) {
          const letters = await reader.read(image, line, read.turned);
          const code = findCode({ line, turned: read.turned, letters });
          if (code !== null) codes.push(code);
        }
      }
      // Two lines of four digits in that place: neither is known to be the code.
      const all = codes.length === 1 ? [...read.found, ...codes] : read.found;
      const sure = all.filter((one) => one.sure);
      const said = (field: FoundField['field']) => sure.find((one) => one.field === field)?.value ?? null;
      return {
        fields: {
          birthDate: said('birthDate'),
          expiryDate: said('expiryDate'),
          securityCode: said('securityCode'),
        },
        lines,
        unsure: sure.length < all.length,
        otherSide: read.otherSide,
        codePlace: seen === undefined ? null : codeCorners(seen),
        turned: read.found.length > 0 ? read.turned : null,
      };
    },
    wipe() {
      scratch.fill(0);
      reader.wipe();
    },
  };
}
