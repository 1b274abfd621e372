import type { GuidanceAdvice, GuidanceStep } from '@honnin/terminal/screen-protocol';
import type { AdviceKind } from '../pictures/advice-picture.tsx';
import type { MovedBefore } from './guidance-text.ts';

const ofAdvice: Partial<Readonly<Record<GuidanceAdvice, AdviceKind>>> = {
  'remove-mask': 'mask',
  'uncover-face': 'mask',
  'remove-dark-glasses': 'dark-glasses',
  'hair-off-eyes': 'hair',
  'hand-off-face': 'hand',
  'calm-expression': 'calm',
  'light-from-behind': 'light',
  'come-closer': 'closer',
  'lean-further': 'closer',
  'move-back': 'farther',
  'open-eyes': 'eyes',
};

/** The picture for what is said now; null where the mirror, the oval or the arrow on it say it already. */
export function guidancePicture(
  step: GuidanceStep,
  advice: GuidanceAdvice | null,
  before: MovedBefore,
): AdviceKind | null {
  if (advice !== null) return ofAdvice[advice] ?? null;
  if (step === 'lean-in') return 'closer';
  return step === 'look-back' && before === 'leaned' ? 'farther' : null;
}
