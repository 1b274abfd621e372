import { describe, expect, it } from 'vitest';
import { openProgressLine } from './progress-line.ts';

describe('a progress line', () => {
  it('is written over on a terminal', () => {
    const written: string[] = [];
    {
      using line = openProgressLine({ isTTY: true, write: (text) => written.push(text) });
      line.show('1 of 2', 0.5);
      line.show('2 of 2', 1);
    }
    expect(written).toEqual(['\r\u001b[2K  1 of 2', '\r\u001b[2K  2 of 2', '\n']);
  });

  it('comes at most ten times in a log, and at the end', () => {
    const written: string[] = [];
    using line = openProgressLine({ write: (text) => written.push(text) });
    for (let made = 1; made <= 1000; made += 1) line.show(`${made}`, made / 1000);
    expect(written).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((tenth) => `  ${tenth * 100}\n`));
  });
});
