import { useEffect } from 'react';
import { useAgent } from '../agent/use-agent.ts';

/** The agent counts the time without a message; somebody who types slowly is still there. */
const everyMs = 5_000;
const typedOn: readonly string[] = [
  'choose-method',
  'matching-number',
  'residence-number',
  'pin',
  'consents',
];

/** Tells the agent now and then that the person touches the screen or types, though they send nothing yet. */
export function useSignOfLife(): void {
  const { link } = useAgent();
  useEffect(() => {
    let last = Number.NEGATIVE_INFINITY;
    const touched = () => {
      const now = performance.now();
      if (now - last < everyMs || !typedOn.includes(link.state.screen?.name ?? '')) return;
      last = now;
      link.send({ type: 'more-time' });
    };
    window.addEventListener('pointerdown', touched);
    window.addEventListener('keydown', touched);
    return () => {
      window.removeEventListener('pointerdown', touched);
      window.removeEventListener('keydown', touched);
    };
  }, [link]);
}
