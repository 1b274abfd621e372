import { useEffect, useState } from 'react';

/** Whole seconds that are left, counting down from what was last told; stops at 0. */
export function useCountdown(seconds: number): number {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    setLeft(seconds);
    const tick = window.setInterval(() => setLeft((before) => Math.max(0, before - 1)), 1000);
    return () => window.clearInterval(tick);
  }, [seconds]);
  return left;
}
