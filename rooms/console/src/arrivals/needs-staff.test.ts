import { describe, expect, it } from 'vitest';
import { sampleArrival } from '../gallery/sample-arrivals.ts';
import { needsStaff } from './needs-staff.ts';

describe('needsStaff', () => {
  it('calls the desk while a patient waits, even when somebody has seen it', () => {
    expect(needsStaff(sampleArrival({ state: 'help-wanted', seen: true }))).toBe(true);
  });

  it('calls the desk for a problem until it is marked as seen', () => {
    expect(needsStaff(sampleArrival({ state: 'problem', seen: false }))).toBe(true);
    expect(needsStaff(sampleArrival({ state: 'problem', seen: true }))).toBe(false);
  });

  it.each(['2', '3', '4', '5', '6'] as const)('calls the desk for validity %s', (validity) => {
    expect(needsStaff(sampleArrival({ state: 'done', validity, fileName: 'x.xml' }))).toBe(true);
  });

  it('calls the desk when the hospital system did not get the file', () => {
    expect(needsStaff(sampleArrival({ state: 'done', validity: '1', fileName: null }))).toBe(true);
  });

  it('leaves the desk in peace when all is well, and while a visit runs', () => {
    expect(needsStaff(sampleArrival({ state: 'done', validity: '1', fileName: 'x.xml' }))).toBe(false);
    expect(needsStaff(sampleArrival({ state: 'identifying' }))).toBe(false);
    expect(needsStaff(sampleArrival({ state: 'left' }))).toBe(false);
  });
});
