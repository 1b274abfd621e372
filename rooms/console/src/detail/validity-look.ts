import type { Validity } from '@honnin/insurance';

/** How a validity looks: a tone and a shape of its own, so that colour never has to speak alone. */
export interface ValidityLook {
  readonly tone: 'good' | 'care' | 'bad';
  /** Path of a 24 by 24 drawing, stroked. */
  readonly shape: string;
}

const looks: Readonly<Record<Validity, ValidityLook>> = {
  // A ring with a tick.
  '1': { tone: 'good', shape: 'M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19zM7 12.5l3.5 3.5L17 9' },
  // A square with a cross.
  '2': { tone: 'bad', shape: 'M3.5 3.5h17v17h-17zM8 8l8 8M16 8l-8 8' },
  // An arrow to something new.
  '3': { tone: 'care', shape: 'M3 12h15M12 5.5l6.5 6.5-6.5 6.5M21.5 4v16' },
  // A diamond with nothing in it.
  '4': { tone: 'care', shape: 'M12 2l10 10-10 10L2 12zM8 12h8' },
  // Two sheets.
  '5': { tone: 'care', shape: 'M8 8h13v13H8zM16 8V3H3v13h5' },
  // A ring that is half filled in.
  '6': { tone: 'care', shape: 'M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19zM12 7v6M12 16.5v.5' },
};

/** The look of a validity (OQSCD006). */
export function validityLook(validity: Validity): ValidityLook {
  return looks[validity];
}
