import { describe, expect, it } from 'vitest';
import type { GatheredImages } from './gather-images.ts';
import { findSubjects } from './subjects.ts';

function gathered(
  files: readonly string[],
  pairs: readonly (readonly [a: number, b: number, same: boolean, group?: string])[],
): GatheredImages {
  return {
    images: files.map((file) => ({ name: file, file, lines: [] })),
    pairs: pairs.map(([a, b, same, group = null], i) => ({ line: i + 2, a, b, same, group, fold: null })),
  };
}

describe('findSubjects', () => {
  it('takes folders for people', () => {
    const { ofImage, count } = findSubjects(gathered(['/p/1.jpg', '/q/1.jpg', '/p/2.jpg'], []), true);
    expect(count).toBe(2);
    expect(ofImage[0]).toBe(ofImage[2]);
    expect(ofImage[0]).not.toBe(ofImage[1]);
  });

  it('without folders joins what the list calls the same person, over several lines', () => {
    const { ofImage, count } = findSubjects(
      gathered(
        ['a', 'b', 'c', 'd'],
        [
          [0, 1, true],
          [1, 2, true],
          [2, 3, false],
        ],
      ),
      false,
    );
    expect(count).toBe(2);
    expect(new Set([ofImage[0], ofImage[1], ofImage[2]]).size).toBe(1);
  });

  it('gives a person the group of their genuine pairs, and none when lines disagree', () => {
    const { groupOf, groups, ofImage } = findSubjects(
      gathered(
        ['/p/1', '/p/2', '/q/1', '/r/1'],
        [
          [0, 1, true, 'women'],
          [0, 2, false, 'mixed'],
          [2, 3, false, 'men'],
          [3, 2, false, 'men'],
        ],
      ),
      true,
    );
    expect(groups).toEqual(['men', 'mixed', 'women']);
    expect(groupOf[ofImage[0] ?? 0]).toBe(2);
    expect(groupOf[ofImage[2] ?? 0]).toBe(-1);
    expect(groupOf[ofImage[3] ?? 0]).toBe(0);
  });
});
