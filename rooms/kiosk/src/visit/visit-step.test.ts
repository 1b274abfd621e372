import { describe, expect, it } from 'vitest';
import { canCallStaff } from './can-call-staff.ts';
import { wayOut } from './stop-visit.ts';
import { visitStep } from './visit-step.ts';

const failure = {
  code: 'camera-lost',
  number: 'T203',
  patient: { ja: 'カメラの映像が止まりました。', en: 'The camera stopped.' },
};

describe('the visit as the person sees it', () => {
  it('stays at its step while a failure or a question is shown', () => {
    expect(
      visitStep({ name: 'failure', failure, actions: [], cardPresent: true, faceAgainInSeconds: null }, 2),
    ).toBe(2);
    expect(visitStep({ name: 'still-there', secondsLeft: 20 }, 3)).toBe(3);
    expect(visitStep({ name: 'looking-up' }, 2)).toBe(3);
    expect(visitStep({ name: 'welcome', reader: 'ready' }, 4)).toBe(0);
  });

  it('offers a way out wherever the agent takes one', () => {
    expect(wayOut({ name: 'pin', triesLeft: 3, wrong: false, lastTry: false })).toBe('stop');
    expect(
      wayOut({
        name: 'failure',
        failure,
        actions: ['staff', 'end'],
        cardPresent: true,
        faceAgainInSeconds: null,
      }),
    ).toBe('stop');
    expect(
      wayOut({ name: 'failure', failure, actions: [], cardPresent: true, faceAgainInSeconds: null }),
    ).toBeNull();
    expect(
      wayOut({ name: 'failure', failure, actions: [], cardPresent: false, faceAgainInSeconds: null }),
    ).toBe('finish');
    expect(wayOut({ name: 'welcome', reader: 'ready' })).toBeNull();
  });

  it('calls staff only where the agent hears it', () => {
    expect(canCallStaff({ name: 'face', triesLeft: 5, withoutTurning: false })).toBe(true);
    expect(
      canCallStaff({
        name: 'failure',
        failure,
        actions: ['retry', 'end'],
        cardPresent: true,
        faceAgainInSeconds: null,
      }),
    ).toBe(false);
    expect(canCallStaff({ name: 'consents', groups: ['YZK'], offersPrescriptionChoice: false })).toBe(false);
  });
});
