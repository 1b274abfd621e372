import { residenceCardNumber, SIGNED_LENGTH } from '@honnin/card';
import type { TestResidenceCardIssuer } from '@honnin/pki';
import type { ResidenceCardHolder } from './residence-card-holder.ts';
import type { ResidenceCardRecord } from './residence-card-record.ts';
import { entryValues, filled, firstGenerationFiles, secondGenerationFiles } from './residence-files.ts';

/** A reader's answer to reset for a card of type B (PC/SC part 3 §3.1.3.2.3.1). */
const atr = Uint8Array.from(Buffer.from('3B88800100000000338181003A', 'hex'));

/**
 * Issues a residence card of a test issuer: files, and the signature over what the front shows. Throws a
 * RangeError on a holder whose fields no card could carry.
 */
export function issueTestResidenceCard(options: {
  readonly issuer: TestResidenceCardIssuer;
  readonly holder: ResidenceCardHolder;
}): ResidenceCardRecord {
  const { issuer, holder } = options;
  if (residenceCardNumber(holder.number) === undefined || !/^[A-Z0-9]{12}$/.test(holder.number))
    throw new RangeError('residence card: number');
  const { generation } = holder;
  const signature = holder.photo === null ? null : issuer.sign(generation, signedDataOf(holder));
  return {
    format: 'honnin-residence-card/1',
    printed: {
      id: holder.id,
      name: holder.name,
      number: holder.number,
      birthDate: holder.birthDate,
      expiryDate: holder.expiryDate,
    },
    generation,
    atr: Buffer.from(atr).toString('base64'),
    files:
      generation === 'first'
        ? firstGenerationFiles(holder, signature)
        : secondGenerationFiles(holder, signature),
  };
}

/** Byte for byte what the issuer signs (§3.4.3.1 of both specifications). */
function signedDataOf(holder: ResidenceCardHolder): Uint8Array {
  const photo = filled(holder.photo ?? new Uint8Array(), SIGNED_LENGTH.photo);
  if (holder.generation === 'first')
    return Buffer.concat([filled(holder.image, SIGNED_LENGTH.frontImage), photo]);
  const entries = Buffer.concat(entryValues(holder).map(([, value]) => value));
  return Buffer.concat([
    filled(entries, SIGNED_LENGTH.entries),
    photo,
    filled(holder.image, SIGNED_LENGTH.nameImage),
  ]);
}
