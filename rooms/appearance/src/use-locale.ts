import { createContext, useContext, useEffect, useSyncExternalStore } from 'react';
import type { Locale, LocaleStore } from './locale-store.ts';

export const LocaleContext = createContext<LocaleStore | null>(null);

/** The language of the screen and the way to choose another. */
export function useLocale(): { readonly locale: Locale; readonly choose: (locale: Locale) => void } {
  const store = useContext(LocaleContext);
  if (store === null) throw new Error('no locale store above this component');
  const locale = useSyncExternalStore(store.subscribe, () => store.locale);
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return { locale, choose: store.choose };
}
