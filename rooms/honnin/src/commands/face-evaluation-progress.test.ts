import { describe, expect, it } from 'vitest';
import { progressText } from './face-evaluation-progress.ts';

describe('the progress of an evaluation', () => {
  it('is a bar for somebody who watches, and words in a log', () => {
    expect(progressText('comparing', '5 of 10 pairs', 0.5, true)).toBe(
      '[##########..........]  50 % comparing, 5 of 10 pairs',
    );
    expect(progressText('comparing', '5 of 10 pairs', 0.5, false)).toBe('comparing: 50 %, 5 of 10 pairs');
  });
});
