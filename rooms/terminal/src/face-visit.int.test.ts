import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defaultFacePolicy, type FacePolicy, type FaceWorker, openFaceWorker } from '@honnin/face';
import type { TestAuthority } from '@honnin/pki';
import { afterAll, beforeAll, describe, expect, type TestContext, test, vi } from 'vitest';
import { issueCard, layOutTerminal, makeAuthority, holder as usualHolder } from '../test/lay-out-terminal.ts';
import { loadPictures, type PersonaPictures, standBefore } from '../test/persona-before-camera.ts';

const modelsDirectory = fileURLToPath(new URL('../../../.honnin/models/', import.meta.url));
/** Rendered stills stand before the camera, the same ones again and again. */
const facePolicy: FacePolicy = {
  ...defaultFacePolicy,
  relaxations: ['rendered-people-passive-liveness', 'stand-in-camera'],
};

let authority: TestAuthority;
let faces: FaceWorker | null = null;
let holder: PersonaPictures | null = null;
let other: PersonaPictures | null = null;

beforeAll(async () => {
  authority = await makeAuthority();
  holder = await loadPictures('sato');
  other = await loadPictures('tanaka');
  if (!existsSync(`${modelsDirectory}fr_detect.onnx`)) return;
  const opened = await openFaceWorker({ modelsDirectory });
  if (opened.status === 'failed') throw new Error(opened.reason.code);
  faces = opened.value;
});
afterAll(async () => {
  await faces?.[Symbol.asyncDispose]();
});

/** A card of the holder on the reader, and the face chosen. */
async function beforeTheCamera(
  ctx: TestContext,
  change: Omit<Parameters<typeof layOutTerminal>[0], 'authority'> = {},
) {
  if (faces === null) return ctx.skip('the face models are not set up');
  if (holder === null) return ctx.skip('the persona has not been rendered');
  const { person, chipPhoto } = holder;
  const onCard = {
    birthDate: person.birthDate,
    expiryDate: person.card.expiryDate,
    securityCode: person.card.securityCode,
    sex: person.sex,
  };
  const card = await issueCard(authority, { ...onCard, photo: chipPhoto });
  const desk = await layOutTerminal({
    authority,
    faces,
    facePolicy,
    tray: { ...usualHolder, ...onCard },
    ...change,
  });
  const screen = await desk.screen();
  desk.insert(card);
  await screen.until('choose-method');
  screen.send({ type: 'choose', method: 'face' });
  await screen.until('face');
  screen.send({ type: 'camera', state: 'ready' });
  return { desk, screen, holder, card };
}

describe('by face, with a real worker', () => {
  test('the right person is identified, and the face is gone from the terminal', async (ctx) => {
    const { desk, screen, holder: person } = await beforeTheCamera(ctx);
    await using _ = desk;
    await standBefore(screen, person);
    await screen.until('consents');
    screen.send({ type: 'consents', given: [] });
    await screen.until('done');
    expect(desk.reception.identifications[0]).toMatchObject({
      status: 'verified',
      value: {
        method: 'face',
        proof: 'card-session',
        relaxed: expect.arrayContaining(['rendered-people-passive-liveness']),
        face: { threshold: 0.49, liveness: { status: 'verified', headTurn: 'met' } },
      },
    });
    const [identification] = desk.reception.identifications;
    const similarity = identification?.status === 'verified' ? identification.value.face?.similarity : 0;
    expect(similarity).toBeGreaterThan(0.49);
    const reasons = identification?.status === 'verified' ? identification.reasons : [];
    expect(reasons.map(({ code }) => code)).toContain('card-session-by-terminal');
  });

  test('a borrowed card: another person is refused, and offered another try, PIN and staff', async (ctx) => {
    if (other === null) return ctx.skip('the second persona has not been rendered');
    const stranger = other;
    const { desk, screen } = await beforeTheCamera(ctx);
    await using _ = desk;
    await standBefore(screen, stranger);
    const failure = await screen.until('failure');
    expect(failure.failure.code).toBe('face-does-not-match');
    expect(failure.actions).toEqual(['retry', 'pin', 'staff', 'end']);
    expect(desk.reception.submissions).toEqual([]);
    screen.send({ type: 'retry' });
    // Somebody alive was there: such a try counts half.
    expect(await screen.until('face')).toMatchObject({ triesLeft: 5 });
  });

  test('trying again and again: five comparisons of one card, over visits, and the face has to wait', async (ctx) => {
    if (other === null) return ctx.skip('the second persona has not been rendered');
    const stranger = other;
    const { desk, screen, card } = await beforeTheCamera(ctx, {
      facePolicy: { ...facePolicy, turn: { ...facePolicy.turn, count: 0 } },
    });
    await using _ = desk;
    for (let tries = 1; tries <= 3; tries += 1) {
      await standBefore(screen, stranger);
      await screen.until('failure');
      if (tries < 3) {
        screen.send({ type: 'retry' });
        await screen.until('face');
      }
    }
    desk.remove();
    await vi.waitFor(() => expect(desk.reception.ends).toHaveLength(1));
    desk.insert(card);
    await screen.until('choose-method');
    screen.send({ type: 'choose', method: 'face' });
    expect(await screen.until('face')).toMatchObject({ triesLeft: 2 });
    await standBefore(screen, stranger);
    await screen.until('failure');
    screen.send({ type: 'retry' });
    await screen.until('face');
    await standBefore(screen, stranger);
    const failure = await screen.until('failure');
    expect(failure.failure.code).toBe('face-tries-wait');
    expect(failure.actions).toEqual(['pin', 'staff', 'end']);
  });

  test('a picture held up: the right face that does not turn is not accepted', async (ctx) => {
    const quick = { ...facePolicy, turn: { ...facePolicy.turn, timeLimitMs: 2_000 }, timeLimitMs: 8_000 };
    const { desk, screen, holder: person } = await beforeTheCamera(ctx, { facePolicy: quick });
    await using _ = desk;
    await standBefore(screen, person, { still: true });
    const failure = await screen.until('failure');
    expect(failure.failure.code).not.toBe('face-does-not-match');
    expect(failure.actions).toContain('pin');
    expect(desk.reception.submissions).toEqual([]);
  });
});

test('a face worker killed in mid-frame: the screen offers another try, none is spent, and it works', async (ctx) => {
  const { desk, screen, holder: person } = await beforeTheCamera(ctx);
  await using _ = desk;
  const [picture] = person.straight;
  if (picture === undefined || faces === null) throw new Error('no picture');
  await screen.frame(picture);
  const seen = screen.frame(picture);
  for (const processId of faces.processIds) process.kill(processId, 'SIGKILL');
  await seen;
  const failure = await screen.until('failure');
  expect(failure.failure.code).toBe('face-worker-stopped');
  expect(failure.actions).toEqual(['retry', 'pin', 'staff', 'end']);
  screen.send({ type: 'retry' });
  expect(await screen.until('face')).toMatchObject({ triesLeft: 5 });
  await standBefore(screen, person);
  await screen.until('consents');
});

describe('the camera', () => {
  for (const state of ['denied', 'missing', 'lost'] as const) {
    test(`${state}: the screen says so and offers the other ways; no try is spent`, async (ctx) => {
      const { desk, screen } = await beforeTheCamera(ctx);
      await using _ = desk;
      screen.send({ type: 'camera', state });
      const failure = await screen.until('failure');
      expect(failure.failure.code).toBe(`camera-${state}`);
      expect(failure.actions).toEqual(['retry', 'pin', 'staff', 'end']);
      screen.send({ type: 'retry' });
      expect(await screen.until('face')).toMatchObject({ triesLeft: 5 });
      screen.send({ type: 'choose', method: 'pin' });
      await screen.until('pin');
    });
  }

  test('that never sends a picture: the face screen ends by itself', async (ctx) => {
    const { desk, screen } = await beforeTheCamera(ctx, { change: { timeouts: { cameraMs: 200 } } });
    await using _ = desk;
    const failure = await screen.until('failure');
    expect(failure.failure.code).toBe('camera-silent');
  });
});

test('a card pulled in front of the camera: the attempt ends and nothing is handed over', async (ctx) => {
  const { desk, screen, holder: person } = await beforeTheCamera(ctx);
  await using _ = desk;
  const [picture] = person.straight;
  if (picture === undefined) throw new Error('no picture');
  await screen.frame(picture);
  desk.remove();
  const failure = await screen.until('failure');
  expect(failure.failure.code).toBe('card-removed');
  expect(await screen.frame(picture)).toBeNull();
  expect(desk.reception.submissions).toEqual([]);
});

test('frames never queue: of many sent at once each is answered or dropped, and the visit goes on', async (ctx) => {
  const { desk, screen, holder: person } = await beforeTheCamera(ctx);
  await using _ = desk;
  const [picture] = person.straight;
  if (picture === undefined) throw new Error('no picture');
  for (let count = 0; count < 30; count += 1) screen.raw(picture);
  await standBefore(screen, person);
  await screen.until('consents');
});

test('a chip photo that cannot be compared closes the face, not the visit', async (ctx) => {
  if (faces === null) return ctx.skip('the face models are not set up');
  await using desk = await layOutTerminal({ authority, faces, facePolicy, tray: usualHolder });
  using screen = await desk.screen();
  desk.insert(await issueCard(authority));
  await screen.until('choose-method');
  screen.send({ type: 'choose', method: 'face' });
  const failure = await screen.until('failure');
  expect(failure.failure.code).toBe('chip-photo-unusable');
  expect(failure.actions).toEqual(['pin', 'staff', 'end']);
});
