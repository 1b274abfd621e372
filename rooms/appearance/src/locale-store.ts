/** The languages of the screen; Japanese comes first. */
export type Locale = 'ja' | 'en';

/** Shared by console, wallet and start page, not by the kiosk, whose language belongs to the patient. */
const storageKey = 'honnin-locale';

/** Holds the language of the screen and remembers the choice at this browser. */
export interface LocaleStore {
  readonly locale: Locale;
  choose(locale: Locale): void;
  subscribe(listener: () => void): () => void;
}

/**
 * Makes the store that all texts follow.
 *
 * @param options.follow takes the function by which the screen's compiled messages ask for the language
 * @param options.asked a language that the address asks for; it outranks the remembered one
 */
export function openLocaleStore(options: {
  readonly follow: (locale: () => Locale) => void;
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
  readonly asked: string | null;
}): LocaleStore {
  const listeners = new Set<() => void>();
  const wanted = options.asked ?? options.storage.getItem(storageKey);
  let locale: Locale = wanted === 'en' ? 'en' : 'ja';
  options.follow(() => locale);
  return {
    get locale() {
      return locale;
    },
    choose(chosen) {
      locale = chosen;
      options.storage.setItem(storageKey, chosen);
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
