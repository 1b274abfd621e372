import { useEffect, useState } from 'react';
import { Check } from 'typebox/value';
import { text } from '../messages/text.ts';
import { About } from './about.ts';
import { StartPage } from './start-page.tsx';

const lookAgainMs = 4_000;

/** The start page with what the demo tells of itself; new files of the hospital appear by themselves. */
export function LiveStartPage() {
  const [about, setAbout] = useState<About | null>(null);
  useEffect(() => {
    let over = false;
    let timer: number | undefined;
    const look = async () => {
      try {
        const answer = await fetch('/demo/about.json', { cache: 'no-store' });
        const body: unknown = await answer.json();
        if (!over && Check(About, body)) setAbout(body);
      } catch {
        // The demo is being restarted: what is known stays, and is asked for again.
      }
      if (!over) timer = window.setTimeout(look, lookAgainMs);
    };
    void look();
    return () => {
      over = true;
      window.clearTimeout(timer);
    };
  }, []);
  useEffect(() => {
    document.title = `Honnin - ${text.start_title()}`;
  });
  return <StartPage about={about} />;
}
