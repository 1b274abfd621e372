import { attemptFalseMatchRate, defaultFacePolicy } from '@honnin/face';
import type { TestAuthority } from '@honnin/pki';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { holder, issueCard, layOutTerminal, makeAuthority } from '../test/lay-out-terminal.ts';
import { playFaces } from '../test/played-faces.ts';
import type { TerminalOptions } from './create-terminal.ts';

const jpeg = () => Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0);
const match = { status: 'verified', similarity: 0.7, reasons: [] } as const;
let authority: TestAuthority;
beforeAll(async () => {
  authority = await makeAuthority();
});

/** A card on the reader, the face chosen, and somebody before the camera as the test plays it. */
async function beforeTheCamera(change: Partial<TerminalOptions> = {}, birthDate = holder.birthDate) {
  const played = playFaces();
  const onCard = { ...holder, birthDate };
  const desk = await layOutTerminal({ authority, faces: played.faces, tray: onCard, change });
  const screen = await desk.screen();
  const card = await issueCard(authority, { birthDate });
  desk.insert(card);
  await screen.until('choose-method');
  screen.send({ type: 'choose', method: 'face' });
  return { played, desk, screen, card };
}
type Screen = Awaited<ReturnType<typeof beforeTheCamera>>['screen'];

async function fail(screen: Screen, times: number): Promise<void> {
  for (let count = 0; count < times; count += 1) {
    if (screen.current()?.name === 'failure') screen.send({ type: 'retry' });
    await screen.until('face');
    await screen.frame(jpeg());
    await screen.until('failure');
  }
}

describe('too many face attempts (NIST SP 800-63B-4, 3.2.3)', () => {
  test('after five that showed nobody alive the face waits, PIN and staff do not, and then it is open again', async () => {
    const { played, desk, screen } = await beforeTheCamera({ faceWaitMs: 1_200 });
    await using _ = desk;
    played.find({ live: false, status: 'undetermined', reasons: [{ code: 'head-turn-not-seen' }] });
    await fail(screen, 4);
    expect(screen.current()).toMatchObject({ failure: { code: 'head-turn-not-seen' } });
    await fail(screen, 1);
    expect(screen.current()).toMatchObject({
      failure: { code: 'face-tries-wait' },
      actions: ['pin', 'staff', 'end'],
      faceAgainInSeconds: 2,
    });
    screen.send({ type: 'retry' });
    await vi.waitFor(
      () =>
        expect(screen.current()).toMatchObject({
          failure: { code: 'head-turn-not-seen' },
          actions: ['retry', 'pin', 'staff', 'end'],
          faceAgainInSeconds: null,
        }),
      { timeout: 5_000 },
    );
    played.find(match);
    screen.send({ type: 'retry' });
    expect(await screen.until('face')).toMatchObject({ triesLeft: 1 });
    await screen.frame(jpeg());
    await screen.until('consents');
    screen.send({ type: 'consents', given: [] });
    await screen.until('done');
    expect(desk.reception.identifications[0]).toMatchObject({
      status: 'verified',
      value: { face: { tries: 6, falseMatchRate: 1e-4, liveness: { leanIn: 'not-asked', stream: 'live' } } },
    });
    const [told] = desk.reception.identifications;
    const rate = told?.status === 'verified' ? told.value.face?.attemptFalseMatchRate : undefined;
    expect(rate).toBe(attemptFalseMatchRate({ falseMatchRate: 1e-4, tries: 6 }));
  });

  test('a living person whose face does not match has ten', async () => {
    const { desk, screen } = await beforeTheCamera();
    await using _ = desk;
    await fail(screen, 9);
    expect(screen.current()).toMatchObject({ failure: { code: 'face-does-not-match' } });
    await fail(screen, 1);
    expect(screen.current()).toMatchObject({ failure: { code: 'face-tries-wait' }, faceAgainInSeconds: 30 });
  });

  test('laying the card down again neither shortens the wait nor gives new tries', async () => {
    const { played, desk, screen, card } = await beforeTheCamera({ faceWaitMs: 60_000 });
    await using _ = desk;
    played.find({ live: false });
    await fail(screen, 5);
    desk.remove();
    await vi.waitFor(() => expect(desk.reception.ends).toHaveLength(1));
    desk.insert(card);
    const choice = await screen.until('choose-method');
    expect(choice.methods).toEqual(['pin', 'staff']);
    expect(choice.unavailable.map(({ failure }) => failure.code)).toEqual(['face-tries-wait']);
    screen.send({ type: 'choose', method: 'pin' });
    await screen.until('pin');
    screen.send({ type: 'pin', digits: '1984' });
    await screen.until('consents');
    screen.send({ type: 'cancel' });
    await screen.until('failure');
    desk.remove();
    await vi.waitFor(() => expect(screen.current()).toMatchObject({ cardPresent: false }));
    desk.insert(card);
    expect((await screen.until('choose-method')).methods).toEqual(['face', 'pin', 'staff']);
  });
});

describe('where the camera does not decide alone', () => {
  const young = `${new Date().getFullYear() - 8}-01-02`;

  test('a child: staff is called with a kind word, and their decision stands', async () => {
    const children = { underAge: 16, path: { kind: 'staff' } } as const;
    const { played, desk, screen } = await beforeTheCamera({ children }, young);
    await using _ = desk;
    expect(await screen.until('waiting-for-staff')).toMatchObject({ because: { code: 'child-needs-staff' } });
    await vi.waitFor(() => expect(desk.reception.helps).toHaveLength(1));
    expect(desk.reception.helps[0]).toMatchObject({ reason: { code: 'child-needs-staff' } });
    desk.reception.decide({ decision: 'confirmed', staffId: 'mori', at: new Date().toISOString() });
    await screen.until('consents');
    screen.send({ type: 'consents', given: [] });
    await screen.until('done');
    expect(desk.reception.identifications[0]).toMatchObject({
      status: 'verified',
      value: {
        method: 'staff',
        staffId: 'mori',
        remarks: expect.arrayContaining([{ code: 'child-needs-staff' }]),
      },
    });
    expect(played.begun).toEqual([]);
  });

  test('a child where the operator wants it stricter: the camera decides at the higher threshold', async () => {
    const path = { kind: 'stricter', threshold: 0.6, falseMatchRate: 1e-6 } as const;
    const { played, desk, screen } = await beforeTheCamera({ children: { underAge: 16, path } }, young);
    await using _ = desk;
    await screen.until('face');
    await screen.frame(jpeg());
    expect(played.begun[0]?.policy).toMatchObject({ threshold: 0.6, falseMatchRate: 1e-6 });
  });

  test('an adult at the same terminal goes before the camera as always', async () => {
    const children = { underAge: 16, path: { kind: 'staff' } } as const;
    const { played, desk, screen } = await beforeTheCamera({ children });
    await using _ = desk;
    await screen.until('face');
    expect(played.begun[0]?.policy.threshold).toBe(defaultFacePolicy.threshold);
  });

  test('without turning the head: staff ends what the camera began, no try is spent, and the statement says why', async () => {
    const { played, desk, screen } = await beforeTheCamera();
    await using _ = desk;
    expect(await screen.until('face')).toMatchObject({ withoutTurning: false });
    screen.send({ type: 'without-turning' });
    await vi.waitFor(() => expect(screen.current()).toMatchObject({ name: 'face', withoutTurning: true }));
    expect(played.withoutTurning).toBe(1);
    played.find({ live: false, status: 'undetermined', reasons: [{ code: 'lean-in-needs-staff' }] });
    await screen.frame(jpeg());
    expect(await screen.until('waiting-for-staff')).toMatchObject({
      because: { code: 'lean-in-needs-staff' },
    });
    desk.reception.decide({ decision: 'confirmed', staffId: 'mori', at: new Date().toISOString() });
    await screen.until('consents');
    screen.send({ type: 'consents', given: [] });
    await screen.until('done');
    const [told] = desk.reception.identifications;
    expect(told).toMatchObject({ status: 'verified', value: { method: 'staff' } });
    const remarks = told?.status === 'verified' ? told.value.remarks.map(({ code }) => code) : [];
    expect(remarks).toContain('lean-in-needs-staff');
  });

  test('who went without turning goes so at the next try as well', async () => {
    const { played, desk, screen } = await beforeTheCamera();
    await using _ = desk;
    await screen.until('face');
    screen.send({ type: 'without-turning' });
    await vi.waitFor(() => expect(played.withoutTurning).toBe(1));
    await fail(screen, 1);
    screen.send({ type: 'retry' });
    expect(await screen.until('face')).toMatchObject({ withoutTurning: true });
    await vi.waitFor(() => expect(played.withoutTurning).toBe(2));
  });
});

describe('what the screen says of its camera', () => {
  const identity = { label: 'HD Webcam', width: 640, height: 480, frameRate: 30 };
  const other = { ...identity, label: 'Another Camera' };

  test('reaches the verification, with the time of every frame', async () => {
    const { played, desk, screen } = await beforeTheCamera();
    await using _ = desk;
    await screen.until('face');
    screen.send({ type: 'camera', state: 'ready', identity });
    screen.send({ type: 'frame', captured: 1234.5 });
    await screen.frame(jpeg());
    expect(played.begun.at(-1)?.camera).toEqual(identity);
    expect(played.captured).toEqual([1234.5]);
  });

  test('swapping the camera in mid-attempt ends the attempt, and no try is spent', async () => {
    const { played, desk, screen } = await beforeTheCamera();
    await using _ = desk;
    await screen.until('face');
    screen.send({ type: 'camera', state: 'ready', identity });
    played.hold();
    await screen.frame(jpeg());
    screen.send({ type: 'camera', state: 'ready', identity: other });
    expect((await screen.until('failure')).failure.code).toBe('camera-lost');
    screen.send({ type: 'retry' });
    expect(await screen.until('face')).toMatchObject({ triesLeft: 5 });
    await vi.waitFor(() => expect(played.begun.at(-1)?.camera).toEqual(other));
  });
});
