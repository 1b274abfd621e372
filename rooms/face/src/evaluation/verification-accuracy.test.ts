import { describe, expect, it } from 'vitest';
import { type JudgedPair, verificationAccuracy } from './verification-accuracy.ts';

const pair = (same: boolean, score: number | null, fold: string | null = null): JudgedPair => ({
  same,
  score,
  fold,
});

describe('verificationAccuracy', () => {
  it('without folds is the best share of right answers at one threshold', () => {
    const pairs = [pair(true, 0.9), pair(true, 0.3), pair(false, 0.4), pair(false, 0.1)];
    expect(verificationAccuracy(pairs)).toEqual({
      accuracy: 0.75,
      method: 'best-threshold',
      standardError: null,
    });
  });

  it('takes equal scores to the same side', () => {
    const pairs = [pair(true, 0.5), pair(false, 0.5), pair(true, 0.5), pair(false, 0.5)];
    expect(verificationAccuracy(pairs)?.accuracy).toBe(0.5);
  });

  it('judges each fold at the threshold of the others', () => {
    // Alone, fold b would choose 0.25 and be all right; fold a puts its threshold at 0.6.
    const pairs = [pair(true, 0.8, 'a'), pair(false, 0.4, 'a'), pair(true, 0.3, 'b'), pair(false, 0.2, 'b')];
    const found = verificationAccuracy(pairs);
    expect(found?.method).toBe('folds');
    // Fold b at 0.6: 1 of 2; fold a at 0.25: 1 of 2.
    expect(found?.accuracy).toBe(0.5);
    expect(found?.standardError).toBe(0);
  });

  it('takes a pair that could not be compared for different people', () => {
    expect(verificationAccuracy([pair(true, null), pair(false, null), pair(true, 0.9)])?.accuracy).toBe(
      2 / 3,
    );
  });

  it('does not use folds that hold one kind only', () => {
    const pairs = [pair(true, 0.9, 'a'), pair(true, 0.8, 'a'), pair(false, 0.1, 'b')];
    expect(verificationAccuracy(pairs)?.method).toBe('best-threshold');
  });

  it('is null when only genuine or only impostor pairs are listed', () => {
    expect(verificationAccuracy([pair(true, 0.9)])).toBeNull();
    expect(verificationAccuracy([pair(false, 0.9)])).toBeNull();
    expect(verificationAccuracy([])).toBeNull();
  });
});
