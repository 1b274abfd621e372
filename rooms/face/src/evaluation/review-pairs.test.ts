import { describe, expect, it } from 'vitest';
import { gatherImages } from './gather-images.ts';
import { readPairList } from './pair-list.ts';
import { reviewPairs } from './review-pairs.ts';

async function review(...rows: readonly string[]) {
  const list = readPairList(`a,b,same\n${rows.join('\n')}\n`, 'list.csv');
  if (list.status === 'failed') throw new Error(list.reason.detail);
  return reviewPairs((await gatherImages(list.value, '/pictures', false)).pairs);
}

describe('a list of pairs', () => {
  it('with every pair once has nothing to be remarked', async () => {
    expect(await review('p/1.jpg,p/2.jpg,1', 'p/1.jpg,q/1.jpg,0', 'p/2.jpg,q/1.jpg,0')).toEqual({
      contradictions: [],
      repeated: [],
      withThemselves: [],
    });
  });

  it('with a pair twice, in either order and however it is written, names the later lines', async () => {
    const { repeated } = await review(
      'p/1.jpg,p/2.jpg,1',
      'p/2.jpg,p/1.jpg,1',
      './p/x/../1.jpg,/pictures/p/2.jpg,1',
    );
    expect(repeated).toEqual([3, 4]);
  });

  it('with a picture beside itself names the line; as another person than itself it contradicts', async () => {
    expect(await review('p/1.jpg,p/1.jpg,1', 'p/2.jpg,./p/2.jpg,0')).toMatchObject({
      withThemselves: [2],
      contradictions: [[3, 3]],
    });
  });

  it('with one pair called the same person and another names both lines', async () => {
    const { contradictions } = await review('p/1.jpg,p/2.jpg,1', 'q/1.jpg,q/2.jpg,1', 'p/2.jpg,p/1.jpg,0');
    expect(contradictions).toEqual([[2, 4]]);
  });
});
