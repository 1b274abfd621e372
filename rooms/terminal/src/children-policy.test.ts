import { expect, test } from 'vitest';
import { ageOn, type ChildrenPolicy, pathFor } from './children-policy.ts';

const children: ChildrenPolicy = { underAge: 16, path: { kind: 'staff' } };

test('a birthday counts from its own day on', () => {
  expect(ageOn('2018-04-09', '2026-04-08')).toBe(7);
  expect(ageOn('2018-04-09', '2026-04-09')).toBe(8);
  expect(ageOn('2016-02-29', '2026-02-28')).toBe(9);
  expect(ageOn('2016-02-29', '2026-03-01')).toBe(10);
});

test('the day is Japan’s: a birthday has begun there while it is still the day before in Greenwich', () => {
  expect(pathFor('2010-11-24', new Date('2026-11-23T14:59:59Z'), children).kind).toBe('staff');
  expect(pathFor('2010-11-24', new Date('2026-11-23T15:00:00Z'), children).kind).toBe('as-others');
});
