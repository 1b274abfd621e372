import { useEffect, useRef, useState } from 'react';

/**
 * Follows a value, but shows each for at least `ms` before the next: nobody can read what flickers. When what
 * it is said `of` changes, it follows at once: a sentence must not contradict the arrow beside it.
 */
export function useSteady<Value>(value: Value, steady: { readonly ms: number; readonly of: string }): Value {
  const { ms, of } = steady;
  const [shown, setShown] = useState({ value, of });
  const since = useRef(0);
  const current = shown.of === of ? shown.value : value;
  useEffect(() => {
    if (value === shown.value && of === shown.of) return;
    const show = () => {
      since.current = performance.now();
      setShown({ value, of });
    };
    const wait = of === shown.of ? since.current + ms - performance.now() : 0;
    if (wait <= 0) {
      show();
      return;
    }
    const timer = window.setTimeout(show, wait);
    return () => window.clearTimeout(timer);
  }, [value, of, shown, ms]);
  return current;
}
