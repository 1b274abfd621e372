import { createContext, useCallback, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { useLanguage } from '../language/use-language.ts';
import type { Voice } from './voice.ts';

export interface SpokenGuidance {
  /** False where the machine has no voice for the language: no button then. */
  readonly available: boolean;
  readonly on: boolean;
  readonly turn: (on: boolean) => void;
  /** Says it when the person turned the voice on, and nothing otherwise. */
  readonly say: (text: string) => void;
}

export const SpokenGuidanceContext = createContext<SpokenGuidance>({
  available: false,
  on: false,
  turn: () => undefined,
  say: () => undefined,
});

export function useSpokenGuidance(): SpokenGuidance {
  return useContext(SpokenGuidanceContext);
}

/** Whether the person wants to be read to, and the voice that does it. */
export function useVoice(voice: Voice): SpokenGuidance {
  const { language } = useLanguage();
  const [on, setOn] = useState(false);
  const available = useSyncExternalStore(voice.subscribe, () => voice.speaks(language));
  const turn = useCallback(
    (wanted: boolean) => {
      if (!wanted) voice.hush();
      setOn(wanted);
    },
    [voice],
  );
  const say = useCallback(
    (text: string) => {
      if (on) voice.say(text, language);
    },
    [on, voice, language],
  );
  useEffect(() => () => voice.hush(), [voice]);
  return { available, on: on && available, turn, say };
}
