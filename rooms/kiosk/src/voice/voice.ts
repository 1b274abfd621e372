import type { Language } from '../language/language-choice.ts';

/** Reads the screen aloud, for whoever turns it on. */
export interface Voice extends Disposable {
  /** Whether this machine has a voice for the language. */
  speaks(language: Language): boolean;
  /** What was being said is broken off: only the newest counts. */
  say(text: string, language: Language): void;
  hush(): void;
  /** Voices may turn up some time after the page. */
  subscribe(listener: () => void): () => void;
}

const tags: Readonly<Record<Language, string>> = { ja: 'ja-JP', en: 'en-US' };

/** A voice of the machine, by the browser's speech synthesis; one that speaks nothing where there is none. */
export function openVoice(synthesis: SpeechSynthesis | undefined): Voice {
  const find = (language: Language) => {
    const voices = synthesis?.getVoices().filter((voice) => voice.lang.toLowerCase().startsWith(language));
    // Only a voice of this machine: others would send elsewhere what is read, names included.
    return voices?.find((voice) => voice.localService) ?? null;
  };
  return {
    speaks: (language) => find(language) !== null,
    say(text, language) {
      const voice = find(language);
      if (synthesis === undefined || voice === null) return;
      synthesis.cancel();
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.voice = voice;
      utterance.lang = tags[language];
      utterance.rate = 0.95;
      synthesis.speak(utterance);
    },
    hush: () => synthesis?.cancel(),
    subscribe(listener) {
      synthesis?.addEventListener('voiceschanged', listener);
      return () => synthesis?.removeEventListener('voiceschanged', listener);
    },
    [Symbol.dispose]: () => synthesis?.cancel(),
  };
}
