import type { Screen } from '@honnin/terminal/screen-protocol';
import { useEffect, useRef } from 'react';

/** A choice of language or voice that nobody followed up with a card belongs to somebody who has gone. */
const forgottenMs = 90_000;

/** Calls `refresh` when a visit is over, and when someone changed things on the first screen and left. */
export function useFreshStart(screen: Screen['name'] | null, refresh: () => void): void {
  const latest = useRef(refresh);
  latest.current = refresh;
  const before = useRef(screen);
  useEffect(() => {
    const cameBack = before.current !== null && before.current !== 'welcome';
    before.current = screen;
    if (screen !== 'welcome') return;
    if (cameBack) latest.current();
    let timer = window.setTimeout(() => latest.current(), forgottenMs);
    const again = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => latest.current(), forgottenMs);
    };
    window.addEventListener('pointerdown', again);
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener('pointerdown', again);
    };
  }, [screen]);
}
