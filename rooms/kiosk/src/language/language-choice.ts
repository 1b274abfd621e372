export type Language = 'ja' | 'en';

/** The language of the visit; Japanese until somebody taps. */
export interface LanguageChoice {
  readonly current: Language;
  choose(language: Language): void;
  subscribe(listener: () => void): () => void;
}

export function createLanguageChoice(first: Language = 'ja'): LanguageChoice {
  const listeners = new Set<() => void>();
  let current = first;
  return {
    get current() {
      return current;
    },
    choose(language) {
      if (language === current) return;
      current = language;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
