import { describe, expect, it } from 'vitest';
import { sampleArrival } from '../gallery/sample-arrivals.ts';
import { groupArrivals } from './group-arrivals.ts';

const ids = (arrivals: readonly { readonly visitId: string }[]) => arrivals.map(({ visitId }) => visitId);

describe('groupArrivals', () => {
  const groups = groupArrivals([
    sampleArrival({ visitId: 'running', state: 'identifying' }),
    sampleArrival({ visitId: 'problem', state: 'problem' }),
    sampleArrival({ visitId: 'fine', state: 'done', validity: '1', fileName: 'x.xml' }),
    sampleArrival({ visitId: 'waiting', state: 'help-wanted' }),
    sampleArrival({ visitId: 'lookup', state: 'looking-up' }),
    sampleArrival({ visitId: 'settled', state: 'problem', seen: true }),
    sampleArrival({ visitId: 'left', state: 'left' }),
  ]);

  it('puts a waiting patient before every other thing to settle', () => {
    expect(ids(groups.needsStaff)).toEqual(['waiting', 'problem']);
  });

  it('keeps the order inside the other groups, and nobody is lost', () => {
    expect(ids(groups.underWay)).toEqual(['running', 'lookup']);
    expect(ids(groups.finished)).toEqual(['fine', 'settled', 'left']);
  });
});
