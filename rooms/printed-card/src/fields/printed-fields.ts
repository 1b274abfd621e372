import type { Point } from '../detection/text-line.ts';
import { readingSettings } from '../reading/settings.ts';
import { type ParsedField, parseBirthDate, parseExpiryDate, parseSecurityCode } from './parse-field.ts';
import { frameOf, liesAsCode, rowHeights, usualCodeCorners } from './printed-layout.ts';
import { type PlainText, plainText, type ReadLine } from './read-line.ts';

/** The three printed parts of matching number B, as far as one picture shows them without doubt. */
export interface PrintedFields {
  readonly birthDate: string | null;
  readonly expiryDate: string | null;
  readonly securityCode: string | null;
}

export type PrintedField = keyof PrintedFields;

/** A field that a line says; `sure` when every letter that counts was read with the certainty it needs. */
export interface FoundField {
  readonly field: PrintedField;
  readonly value: string;
  readonly sure: boolean;
  readonly by: ReadLine;
}

/** What a line says that may be one of the two dates; null when it is neither. */
export function findDate(by: ReadLine): FoundField | null {
  const plain = plainText(by.letters);
  const { text } = plain;
  const found = (field: PrintedField, parsed: ParsedField): FoundField => ({
    field,
    value: parsed.value,
    sure: isSure(plain, parsed),
    by,
  });
  const expiry = parseExpiryDate(text);
  if (expiry !== null) return found('expiryDate', expiry);
  const birth = parseBirthDate(text);
  return birth === null ? null : found('birthDate', birth);
}

/** The security code, if the line says four digits. */
export function findCode(by: ReadLine): FoundField | null {
  const plain = plainText(by.letters);
  const parsed = parseSecurityCode(plain.text);
  return parsed === null
    ? null
    : { field: 'securityCode', value: parsed.value, sure: isSure(plain, parsed), by };
}

/**
 * A digit may be taken for another digit, so it has to be sure. The letters of an era may only be taken for letters
 * that name no era, which would not have been parsed, so that a doubt about them does no harm.
 */
function isSure({ text, certainties }: PlainText, { from, to }: ParsedField): boolean {
  const { digit, unit, era } = readingSettings.certainty;
  return certainties.slice(from, to).every((certainty, index) => {
    const letter = text.charAt(from + index);
    const needed = /[\d元]/.test(letter) ? digit : /[年月日]/.test(letter) ? unit : era;
    return certainty >= needed;
  });
}

/** Whether a line lies where the security code is, seen from the date that was found. */
export function codePlaceSeenFrom({ field, by }: FoundField): (line: ReadLine['line']) => boolean {
  const frame = frameOf(by.line, by.turned);
  return (line) => liesAsCode(frame, line, field === 'birthDate' ? 0 : rowHeights);
}

/** Corners of the patch in which the security code is printed on most cards, seen from the date that was found. */
export function codeCorners({ field, by }: FoundField): readonly Point[] {
  return usualCodeCorners(frameOf(by.line, by.turned), field === 'birthDate' ? 0 : rowHeights);
}
