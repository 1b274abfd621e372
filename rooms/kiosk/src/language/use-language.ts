import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Language, LanguageChoice } from './language-choice.ts';

export const LanguageContext = createContext<LanguageChoice | null>(null);

/** The language shown; whoever renders text uses it, so that a tap changes every word at once. */
export function useLanguage(): { readonly language: Language; readonly choice: LanguageChoice } {
  const choice = useContext(LanguageContext);
  if (choice === null) throw new Error('no language above this component');
  const language = useSyncExternalStore(choice.subscribe, () => choice.current);
  return { language, choice };
}
