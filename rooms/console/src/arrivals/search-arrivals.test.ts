import { describe, expect, it } from 'vitest';
import { sampleArrival } from '../gallery/sample-arrivals.ts';
import { searchArrivals } from './search-arrivals.ts';

const arrival = sampleArrival({
  person: { name: '佐藤　健一', kana: 'サトウ　ケンイチ', sex: '1', birthDate: '1984-05-12' },
});

describe('searchArrivals', () => {
  it.each(['さとう', 'サトウ', 'ｻﾄｳ', 'さとう けん', '佐藤', 'ケンイチ'])(
    'finds サトウ　ケンイチ by %s',
    (words) => {
      expect(searchArrivals([arrival], words)).toEqual([arrival]);
    },
  );

  it('finds nobody by another name, and somebody unknown by no name', () => {
    expect(searchArrivals([arrival], 'すずき')).toEqual([]);
    expect(searchArrivals([sampleArrival({ person: null })], 'さ')).toEqual([]);
  });

  it('shows all while nothing is typed', () => {
    expect(searchArrivals([arrival], ' 　')).toEqual([arrival]);
  });
});
