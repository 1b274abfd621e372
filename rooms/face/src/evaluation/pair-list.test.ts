import { describe, expect, it } from 'vitest';
import { readPairList } from './pair-list.ts';

function detailOf(text: string): string {
  const list = readPairList(text, 'pairs.csv');
  if (list.status === 'done') throw new Error('was read');
  expect(list.reason.code).toBe('evaluation-list-malformed');
  return list.reason.detail ?? '';
}

describe('readPairList', () => {
  it('takes columns in any order, passes over others, and copes with quotes, CRLF, blank lines and a byte order mark', () => {
    const text =
      '\uFEFFfold,"SAME", b ,group,a,note\r\n0,1,"x, y.jpg",women,a.jpg,n\r\n\r\n1,No,"q""r.jpg",,c.jpg,\r\n';
    expect(readPairList(text, 'pairs.csv')).toEqual({
      status: 'done',
      value: [
        { line: 2, a: 'a.jpg', b: 'x, y.jpg', same: true, group: 'women', fold: '0' },
        { line: 4, a: 'c.jpg', b: 'q"r.jpg', same: false, group: null, fold: '1' },
      ],
    });
  });

  it.each([
    ['1', true],
    ['TRUE', true],
    ['yes', true],
    ['0', false],
    ['False', false],
    ['no', false],
  ])('reads "%s" in column same', (word, same) => {
    const list = readPairList(`a,b,same\nx,y,${word}\n`, 'pairs.csv');
    expect(list.status === 'done' && list.value[0]?.same).toBe(same);
  });

  it('names line and trouble', () => {
    expect(detailOf('')).toContain('line 1: the file is empty');
    expect(detailOf('a,b,same\n')).toContain('line 1: no row');
    expect(detailOf('a,c,same\nx,y,1\n')).toContain('no column "b" in the header (found: a, c, same)');
    expect(detailOf('a,b,same\nx,y,1\nx,z,maybe\n')).toContain('line 3: "maybe" in column "same"');
    expect(detailOf('a,b,same\nx,y,1\nx,1\n')).toContain('line 3: 2 cells in place of 3');
    expect(detailOf('a,b,same\nx,y,1,,z\n')).toContain('line 2: 5 cells in place of 3');
    expect(readPairList('a,b,same\nx,y,1,,\n', 'pairs.csv').status).toBe('done');
    expect(detailOf('a,b,same\n,y,1\n')).toContain('line 2: column "a" names no image');
    expect(detailOf('a,b,same\nx,"y,1\n')).toContain('pairs.csv, line');
    expect(detailOf('a,b,same,a\nx,y,1,z\n')).toContain('twice');
  });
});
