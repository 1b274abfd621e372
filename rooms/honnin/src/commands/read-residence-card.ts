import { writeFile } from 'node:fs/promises';
import {
  type ResidenceDocument,
  type ResidenceEntries,
  residenceCardNumber,
  type UnverifiedResidenceBack,
} from '@honnin/card';
import { verifyDocument } from '@honnin/identification';
import { type Attempt, done, failed, type OutcomeStatus, type Reason, reason } from '@honnin/outcome';
import type { UnverifiedCertificate } from '@honnin/pki';

interface ResidenceReadingOptions {
  readonly document: ResidenceDocument;
  readonly readerName: string;
  /** Null: only what is free is read. */
  readonly number: string | null;
  readonly anchors: readonly UnverifiedCertificate[];
  /** Where photo and image go; null keeps them unwritten. */
  readonly photoFile: string | null;
  readonly now: Date;
}

/** What `honnin card read --json` prints of a residence card, without the bytes of photo and images. */
interface ResidenceReading {
  readonly document: 'residence-card';
  readonly readerName: string;
  readonly type: string;
  readonly generation: 'first' | 'second';
  readonly version: string;
  /** Null without the card number. */
  readonly front: {
    readonly number: string;
    readonly photoBytes: number;
    /** TIFF: the whole front in the first generation, the name in the second. */
    readonly imageBytes: number;
    /** Null in the first generation: its chip tells the front as an image only. */
    readonly entries: ResidenceEntries | null;
    readonly trust: { readonly status: OutcomeStatus; readonly reasons: readonly Reason[] };
  } | null;
  readonly back:
    | (Omit<UnverifiedResidenceBack, 'addressImage'> & { readonly addressImageBytes: number })
    | null;
  readonly photoFile?: string;
  readonly imageFile?: string;
}

/** Reads a residence card: what is free, and with its number photo, entries, address and proof. */
export async function readResidenceCard(
  options: ResidenceReadingOptions,
): Promise<Attempt<ResidenceReading>> {
  const { document, readerName, anchors, photoFile, now } = options;
  const { card } = document;
  const { type, generation, version } = card;
  const base = { document: 'residence-card', readerName, type, generation, version } as const;
  if (options.number === null) return done({ ...base, front: null, back: null });
  const number = residenceCardNumber(options.number);
  if (number === undefined) return failed(reason('residence-number-malformed'));
  const check = await document.open(number);
  number.fill(0);
  if (check.status === 'failed') return check;
  if (check.value.kind !== 'accepted') return failed(reason('residence-number-wrong'));
  const read = await document.read(new Uint8Array(0));
  if (read.status === 'failed') return read;
  using reading = read.value;
  const back = await card.readBack();
  if (back.status === 'failed') return back;
  const trust = await verifyDocument(reading, { anchors: { cardFace: [], residenceCard: anchors }, at: now });
  const { proof, photo } = reading;
  const written: { photoFile?: string; imageFile?: string } = {};
  if (photoFile !== null) {
    if (photo !== null) {
      await writeFile(photoFile, photo, { mode: 0o600 });
      written.photoFile = photoFile;
    }
    written.imageFile = `${photoFile}.tiff`;
    await writeFile(written.imageFile, proof.image, { mode: 0o600 });
  }
  const { addressImage, ...rest } = back.value;
  return done({
    ...base,
    front: {
      number: proof.number,
      photoBytes: photo?.length ?? 0,
      imageBytes: proof.image.length,
      entries: proof.entries,
      trust: { status: trust.status, reasons: trust.reasons },
    },
    back: { ...rest, addressImageBytes: addressImage?.length ?? 0 },
    ...written,
  });
}

/** The reading as lines for people. */
export function tellResidenceReading(reading: ResidenceReading): string {
  const { front, back } = reading;
  const name =
    reading.type === 'residence-card' ? 'residence card' : 'special permanent resident certificate';
  if (front === null)
    return `${name} (${reading.generation} generation) in ${reading.readerName}\nnot opened: give --number as printed at its top right\n`;
  const { entries, trust } = front;
  return [
    `${name} ${front.number} (${reading.generation} generation) in ${reading.readerName}`,
    `issuer’s signature: ${[trust.status, ...trust.reasons.map(({ code }) => code)].join(', ')}`,
    entries === null
      ? `front: an image of ${front.imageBytes} bytes; this generation has no text of it in the chip`
      : `born ${entries.birthDate}, sex ${entries.sex}, ${entries.nationality}, until ${entries.expiryDate}; name: an image of ${front.imageBytes} bytes`,
    `photo: ${front.photoBytes} bytes`,
    back?.address === null || back === null
      ? `address: an image of ${back?.addressImageBytes ?? 0} bytes`
      : `address: ${back.address.text}, written ${back.address.writtenOn}`,
    '',
  ].join('\n');
}
