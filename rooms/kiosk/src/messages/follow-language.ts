import type { Language, LanguageChoice } from '../language/language-choice.ts';
// @ts-expect-error TS7016: the compiler of messages writes JavaScript without declarations, at build time
import { overwriteGetLocale } from './compiled/runtime.js';
import { m } from './m.ts';

/** Where messages look for the language; the page follows the choice, tests set it themselves. */
export const setLocaleSource: (source: () => Language) => void = overwriteGetLocale;

/** Messages, the page's title and its `lang` follow the choice. Nothing is stored: the next person begins anew. */
export function followLanguage(choice: LanguageChoice): void {
  setLocaleSource(() => choice.current);
  const mark = () => {
    document.documentElement.lang = choice.current;
    document.title = m.title();
  };
  choice.subscribe(mark);
  mark();
}
