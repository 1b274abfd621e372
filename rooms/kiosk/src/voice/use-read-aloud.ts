import { type RefObject, useEffect } from 'react';
import { useSpokenGuidance } from './use-voice.ts';

const heading = 'h1';
const spoken = '[data-spoken]';
const live = '[data-spoken-live]';

/** Reads what a screen says when its heading is new, and each new sentence of guidance in between. */
export function useReadAloud(root: RefObject<HTMLElement | null>, language: string): void {
  const { on, say } = useSpokenGuidance();
  // biome-ignore lint/correctness/useExhaustiveDependencies: all is read again in another language
  useEffect(() => {
    const { current } = root;
    if (!on || current === null) return;
    const textOf = (selector: string) =>
      [...current.querySelectorAll(selector)]
        .filter((element) => element.closest('[hidden]') === null)
        .map((element) => element.textContent)
        .join('\n');
    let lastHeading = '';
    let lastSentence = '';
    const read = () => {
      const title = textOf(heading);
      const sentence = textOf(live);
      if (title !== lastHeading) say(textOf(spoken));
      else if (sentence !== lastSentence && sentence !== '') say(sentence);
      lastHeading = title;
      lastSentence = sentence;
    };
    read();
    const watch = new MutationObserver(read);
    watch.observe(current, { subtree: true, characterData: true, childList: true, attributes: true });
    return () => watch.disconnect();
  }, [on, say, language, root]);
}
