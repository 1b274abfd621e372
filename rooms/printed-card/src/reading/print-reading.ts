import type { RgbImage } from '../engine/rgb-image.ts';
import { judgeDates } from '../fields/plausible-print.ts';
import type { PrintedFields } from '../fields/printed-fields.ts';
import { advise } from './advise.ts';
import { createFieldVotes } from './field-votes.ts';
import type { PrintAdvice } from './print-advice.ts';
import type { FrameReader } from './read-frame.ts';
import { readingSettings } from './settings.ts';

/** The parts of matching number B as printed: nothing is known yet of whether the card takes them. */
export interface PrintedNumber {
  /** `YYYY-MM-DD` */
  readonly birthDate: string;
  readonly expiryYear: number;
  /** Four digits. */
  readonly securityCode: string;
}

/** Where a reading stands after a picture. Never a guess: what is not settled is not there. */
export type PrintSight =
  | { readonly status: 'read'; readonly number: PrintedNumber }
  | {
      readonly status: 'not-read-yet';
      readonly advice: PrintAdvice | null;
      /** Which parts have been settled; the person sees them ticked off. */
      readonly settled: Readonly<Record<keyof PrintedNumber, boolean>>;
    };

/** Reads one card over several pictures. */
export interface PrintReading {
  /** Looks at one more picture, which stays the caller's to wipe. */
  see(image: RgbImage): Promise<PrintSight>;
}

/** @param today `YYYY-MM-DD` where the card is used */
export function startPrintReading(reader: FrameReader, today: string): PrintReading {
  const votes = createFieldVotes();
  let turned = false;
  return {
    async see(image) {
      const sight = await reader.read(image, turned);
      turned = sight.turned ?? turned;
      const fields = withoutImpossible(sight.fields, today);
      votes.add(fields);
      const { agreeingFrames, agreeingFramesUnconfirmed } = readingSettings;
      const birthDate = votes.settled('birthDate', agreeingFrames);
      const expiryDate = votes.settled('expiryDate', agreeingFrames);
      const securityCode = votes.settled('securityCode', agreeingFrames);
      const settled = {
        birthDate: birthDate !== null,
        expiryYear: expiryDate !== null,
        securityCode: securityCode !== null,
      };
      const notYet = (advice: PrintAdvice | null): PrintSight => ({
        status: 'not-read-yet',
        advice,
        settled,
      });
      if (birthDate === null || expiryDate === null || securityCode === null) {
        return notYet(advise(image, { ...sight, fields }));
      }
      const judged = judgeDates({ birthDate, expiryDate }, today);
      if (judged === 'impossible') return notYet('hold-still');
      const confirmed =
        judged === 'agrees' ||
        (votes.settled('birthDate', agreeingFramesUnconfirmed) !== null &&
          votes.settled('expiryDate', agreeingFramesUnconfirmed) !== null);
      if (!confirmed) return notYet('hold-still');
      return {
        status: 'read',
        number: { birthDate, expiryYear: Number(expiryDate.slice(0, 4)), securityCode },
      };
    },
  };
}

/** Dates that cannot stand on one card: one of them was misread, and neither is taken. */
function withoutImpossible(fields: PrintedFields, today: string): PrintedFields {
  const { birthDate, expiryDate } = fields;
  const alone = birthDate === null || expiryDate === null;
  if (alone || judgeDates({ birthDate, expiryDate }, today) !== 'impossible') return fields;
  return { ...fields, birthDate: null, expiryDate: null };
}
