import { describe, expect, it } from 'vitest';
import { shotList } from './shot-list.ts';

describe('the list of live pictures', () => {
  const shots = shotList('sato', 0.3, ['mask']);

  it('turns from 30 degrees right to 30 degrees left in steps of five', () => {
    const turns = shots.slice(0, 13).map(({ frame }) => frame.yaw);
    expect(turns).toEqual([-30, -25, -20, -15, -10, -5, 0, 5, 10, 15, 20, 25, 30]);
  });

  it('has no two pictures of one moment', () => {
    const moments = shots.map(({ moment }) => JSON.stringify([moment.pose, moment.expression]));
    expect(new Set(moments).size).toBe(shots.length);
    expect(new Set(shots.map(({ frame }) => frame.file)).size).toBe(shots.length);
  });

  it('keeps the real turn within a degree of the listed one', () => {
    for (const { frame, moment } of shots)
      expect(Math.abs(moment.pose.yaw - frame.yaw)).toBeLessThanOrEqual(1);
  });

  it('gives the same list again for the same person and another for another', () => {
    expect(shotList('sato', 0.3, ['mask'])).toEqual(shots);
    expect(shotList('ito', 0.3, ['mask'])).not.toEqual(shots);
  });
});
