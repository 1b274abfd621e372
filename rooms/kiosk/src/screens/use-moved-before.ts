import type { GuidanceStep } from '@honnin/terminal/screen-protocol';
import { useRef } from 'react';
import type { MovedBefore } from './guidance-text.ts';

/** What somebody did last before a step: looking back means another movement after each. */
export function useMovedBefore(step: GuidanceStep): MovedBefore {
  const moved = useRef<MovedBefore>('turned');
  if (step === 'lean-in') moved.current = 'leaned';
  else if (step !== 'look-back') moved.current = 'turned';
  return moved.current;
}
