import { expect, it } from 'vitest';
import { chooseChildrenPath } from './choose-children-path.ts';

const manifest = {
  thresholds: [
    {
      group: 'everybody',
      data: 'a set',
      entries: [
        { falseMatchRate: 1e-4, threshold: 0.41 },
        { falseMatchRate: 1e-6, threshold: 0.55 },
      ],
    },
    { group: 'women', data: 'a set', entries: [{ falseMatchRate: 1e-5, threshold: 0.5 }] },
  ],
};
const usual = { threshold: 0.48, falseMatchRate: 1e-3 };
const stricter = { underAge: 16, path: 'stricter' } as const;

it('takes the next higher threshold that was measured, in the operator’s group where there is one', () => {
  expect(chooseChildrenPath(manifest, stricter, usual, undefined)).toEqual({
    status: 'done',
    value: { underAge: 16, path: { kind: 'stricter', threshold: 0.5, falseMatchRate: 1e-5 } },
  });
  expect(chooseChildrenPath(manifest, stricter, usual, 'everybody')).toMatchObject({
    value: { path: { threshold: 0.55 } },
  });
});

it('fails where nothing stricter was measured, and never takes a lower threshold for a stricter one', () => {
  expect(chooseChildrenPath(manifest, stricter, { ...usual, threshold: 0.6 }, undefined)).toMatchObject({
    status: 'failed',
    reason: { code: 'face-rate-not-measured' },
  });
});

it('needs no table for staff, nor for nothing', () => {
  for (const path of ['staff', 'as-others'] as const) {
    expect(chooseChildrenPath({ thresholds: [] }, { underAge: 13, path }, usual, undefined)).toEqual({
      status: 'done',
      value: { underAge: 13, path: { kind: path } },
    });
  }
});
