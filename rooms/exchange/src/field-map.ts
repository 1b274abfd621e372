import { toFullWidthKana } from './full-width-kana.ts';
import { toHalfWidthKana } from './half-width-kana.ts';
import { fromOqsInsurerNumber, toOqsInsurerNumber } from './insurer-number.ts';
import { fromOqsDate, fromOqsMonth, toOqsDate } from './oqs-date.ts';
import { leaf, type OqsElement, textOf } from './oqs-element.ts';
import type { OqsEncoding } from './oqs-encoding.ts';
import { substituteCharacters } from './substitute-characters.ts';
import type { Substitution } from './substitution.ts';

/** How a field of an answer stands in a file. */
export type FieldForm = 'code' | 'text' | 'full-width' | 'kana' | 'date' | 'month' | 'yen' | 'insurer-number';

/** A field of an answer and its tag. */
export interface FieldMap<T> {
  readonly tag: string;
  readonly key: keyof T & string;
  readonly form: FieldForm;
}

/** Where the writing of one file gathers what was lost. */
export interface Writing {
  readonly encoding: OqsEncoding;
  readonly substitutions: Substitution[];
}

/** Elements of those fields that the value has. `path` stands before the tag in a substitution. */
export function writeFields<T extends object>(
  fields: readonly FieldMap<T>[],
  value: T,
  writing: Writing,
  path = '',
): OqsElement[] {
  const elements: OqsElement[] = [];
  for (const { tag, key, form } of fields) {
    const field = value[key];
    if (field === undefined) continue;
    elements.push(leaf(tag, writeForm(form, String(field), writing, path + tag)));
  }
  return elements;
}

function writeForm(form: FieldForm, value: string, writing: Writing, where: string): string {
  if (form === 'date' || form === 'month') return toOqsDate(value);
  if (form === 'insurer-number') return toOqsInsurerNumber(value);
  if (form === 'kana') {
    const kana = toHalfWidthKana(value, where);
    writing.substitutions.push(...kana.substitutions);
    return kana.text;
  }
  const { text, substitutions } = substituteCharacters(
    form === 'full-width' ? toFullWidth(value) : value,
    writing.encoding,
    where,
  );
  writing.substitutions.push(...substitutions);
  return text;
}

/** ASCII becomes full-width, the space too; everything else stays. */
function toFullWidth(text: string): string {
  return text
    .replace(/ /g, '\u3000')
    .replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}

/**
 * Reads the fields that the element has into a record, still unchecked; a value that cannot be read stays as
 * it is, for the schema to refuse.
 */
export function readFields<T>(fields: readonly FieldMap<T>[], element: OqsElement): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (const { tag, key, form } of fields) {
    const text = textOf(element, tag);
    if (text !== undefined) record[key] = readForm(form, text);
  }
  return record;
}

function readForm(form: FieldForm, text: string): string | number {
  if (form === 'date' || form === 'month') {
    const read = form === 'date' ? fromOqsDate(text) : fromOqsMonth(text);
    return read.status === 'done' ? read.value : text;
  }
  if (form === 'yen') return /^[0-9]{1,8}$/.test(text) ? Number(text) : text;
  if (form === 'insurer-number') return fromOqsInsurerNumber(text);
  if (form === 'kana') return toFullWidthKana(text);
  return text;
}
