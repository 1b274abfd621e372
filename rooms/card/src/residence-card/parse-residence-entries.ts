import { type Attempt, done } from '@honnin/outcome';
import { fail } from '../fail.ts';
import { cardDate } from '../my-number-card/card-date.ts';
import { SIGNED_LENGTH, RESIDENCE_TAG as TAG } from './residence-card-files.ts';
import { objectText, residenceObjects } from './residence-objects.ts';
import type { ResidenceEntries } from './unverified-residence-card.ts';

/** Entries, and the bytes by which the signature covers them: the values alone, filled with 00. */
export interface SignedEntries {
  readonly entries: ResidenceEntries;
  readonly signed: Uint8Array;
}

/** Parses DF1/EF02 of the second generation (1.1 §3.3.4.4). Fails with `card-data-malformed`. */
export function parseResidenceEntries(file: Uint8Array): Attempt<SignedEntries> {
  const objects = residenceObjects(file, 'entries');
  if (objects.status === 'failed') return objects;
  const text = (tag: number) => objectText(objects.value, tag);
  const day = (tag: number) => cardDate(text(tag) ?? '') ?? null;
  const signed = Buffer.concat([...objects.value.values()]);
  const expiryDate = day(TAG.expiryDate);
  const birthDate = day(TAG.birthDate);
  const sex = (['1', '2', '3'] as const).find((code) => code === text(TAG.sex));
  if (expiryDate === null || birthDate === null || sex === undefined || signed.length > SIGNED_LENGTH.entries)
    return fail('card-data-malformed', 'entries: date, sex or length');
  const filled = new Uint8Array(SIGNED_LENGTH.entries);
  filled.set(signed);
  return done({
    entries: {
      expiryDate,
      birthDate,
      sex,
      nationality: text(TAG.nationality) ?? '',
      status: text(TAG.status) ?? '',
      period: text(TAG.period) ?? '',
      permissionKind: text(TAG.permissionKind),
      permissionDate: day(TAG.permissionDate),
      work: text(TAG.work),
      periodEnd: day(TAG.periodEnd),
    },
    signed: filled,
  });
}
