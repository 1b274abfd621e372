import type { CodeList } from '@honnin/insurance';
import type { Content, LayoutField } from './layout.ts';

const build = (required: boolean, repeated: boolean) => (tag: string, content: Content) =>
  ({ tag, required, repeated, content }) satisfies LayoutField;

/** A field that must stand there once. */
export const one = build(true, false);
/** A field that may be left out. */
export const maybe = build(false, false);
/** A field that may stand there any number of times. */
export const any = build(false, true);
/** A field that must stand there, once or more. */
export const some = build(true, true);

export const text = (maxLength?: number): Content =>
  maxLength === undefined ? { type: 'text' } : { type: 'text', maxLength };
export const fullWidth = (maxLength?: number): Content =>
  maxLength === undefined ? { type: 'full-width' } : { type: 'full-width', maxLength };
export const kana: Content = { type: 'half-width-kana' };
export const date: Content = { type: 'date' };
export const time: Content = { type: 'time' };
export const month: Content = { type: 'month' };
export const codes = (list: CodeList<string>): Content => ({ type: 'code', values: Object.keys(list) });
export const values = (...allowed: readonly string[]): Content => ({ type: 'code', values: allowed });
export const pattern = (expression: RegExp, expected: string): Content => ({
  type: 'pattern',
  pattern: expression,
  expected,
});
export const groupOf = (...fields: readonly LayoutField[]): Content => ({ type: 'group', fields });
export const yen: Content = pattern(/^[0-9]{1,8}$/, 'yen in digits');
export const count: Content = pattern(/^[0-9]{1,9}$/, 'a number in digits');
export const institution: Content = pattern(/^[0-9]{10}$/, 'ten digits');
export const insurer: Content = pattern(
  /^(?= *0*[0-9]+$)[ 0-9]{8}$/,
  'eight places, padded with leading spaces',
);
export const branch: Content = pattern(/^[0-9]{2}$/, 'two digits');
