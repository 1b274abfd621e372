import { describe, expect, it } from 'vitest';
import { whoStepsForward } from './who-steps-forward.ts';

const sato = { id: 'sato', own: false, canStandBeforeCamera: true };

describe('whoStepsForward', () => {
  it('is the holder of the card', () => {
    expect(whoStepsForward(sato, 'persona')).toEqual({ kind: 'persona', id: 'sato' });
  });

  it('is the person at the webcam when they say so, and always with their own card', () => {
    expect(whoStepsForward(sato, 'webcam')).toEqual({ kind: 'webcam' });
    expect(whoStepsForward({ id: 'own-1', own: true, canStandBeforeCamera: false }, 'persona')).toEqual({
      kind: 'webcam',
    });
  });

  it('is nobody new when there are no pictures of the holder', () => {
    expect(whoStepsForward({ ...sato, canStandBeforeCamera: false }, 'persona')).toBeNull();
  });
});
