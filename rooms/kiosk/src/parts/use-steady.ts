import { useEffect, useRef, useState } from 'react';

/** Follows a value, but shows each for at least `ms` before the next: nobody can read what flickers. */
export function useSteady<Value>(value: Value, ms: number): Value {
  const [shown, setShown] = useState(value);
  const since = useRef(0);
  useEffect(() => {
    if (value === shown) return;
    const show = () => {
      since.current = performance.now();
      setShown(value);
    };
    const wait = since.current + ms - performance.now();
    if (wait <= 0) {
      show();
      return;
    }
    const timer = window.setTimeout(show, wait);
    return () => window.clearTimeout(timer);
  }, [value, shown, ms]);
  return shown;
}
