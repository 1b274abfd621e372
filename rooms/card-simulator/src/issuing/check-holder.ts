import type { CardHolder } from './card-holder.ts';

const day = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** What each field of a holder must look like to go onto a card. */
const rules: readonly (readonly [keyof CardHolder, RegExp, string])[] = [
  ['id', /^[^\s/\\]{1,64}$/, '1 to 64 characters without spaces and slashes'],
  ['name', /^.{1,200}$/u, '1 to 200 characters'],
  ['address', /^.{1,400}$/u, '1 to 400 characters'],
  ['birthDate', day, 'YYYY-MM-DD'],
  ['expiryDate', day, 'YYYY-MM-DD'],
  ['sex', /^[0129]$/, '0, 1, 2 or 9'],
  ['municipalityCode', /^\d{5}$/, 'five digits'],
  ['myNumber', /^\d{12}$/, 'twelve digits'],
  ['securityCode', /^\d{4}$/, 'four digits'],
  ['pin', /^\d{4}$/, 'four digits'],
  ['textInputPin', /^\d{4}$/, 'four digits'],
  ['signaturePassword', /^[A-Z0-9]{6,16}$/, '6 to 16 of A-Z and 0-9'],
];

/** Throws a RangeError that names the field, never its value: it may be a secret. */
export function checkHolder(holder: CardHolder): void {
  for (const [field, pattern, wanted] of rules) {
    const value = holder[field];
    if (value !== undefined && !(typeof value === 'string' && pattern.test(value))) {
      throw new RangeError(`card holder: ${field} must be ${wanted}`);
    }
  }
}
