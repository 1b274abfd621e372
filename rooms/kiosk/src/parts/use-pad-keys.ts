import { useEffect, useRef } from 'react';

/**
 * Lets the keyboard do what a pad on the screen does: Backspace is `delete`, Delete is `clear`, Enter enters, and
 * any other character is handed on as it is.
 */
export function usePadKeys(pad: {
  readonly onKey: (key: string) => void;
  readonly onEnter: () => void;
}): void {
  const latest = useRef(pad);
  latest.current = pad;
  useEffect(() => {
    const heed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const { onKey, onEnter } = latest.current;
      if (event.key === 'Backspace') onKey('delete');
      else if (event.key === 'Delete') onKey('clear');
      // On a button Enter presses that button.
      else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) onEnter();
      else if (event.key.length === 1) onKey(event.key);
    };
    window.addEventListener('keydown', heed);
    return () => window.removeEventListener('keydown', heed);
  }, []);
}
