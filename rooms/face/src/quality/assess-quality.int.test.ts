import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, type TestContext } from 'vitest';
import { readLive } from '../../test/played-person.ts';
import { missingModels, peopleDirectory, renderedPeople } from '../../test/test-models.ts';
import { useFaceEngine } from '../../test/use-face-engine.ts';
import { decodeFrame } from '../decoding/decode-frame.ts';
import type { FaceEngine } from '../engine/face-engine.ts';
import type { FaceAdvice } from '../verification/frame-guidance.ts';
import { adviseDistance } from './advise-framing.ts';
import { adviseQuality, adviseStraight } from './advise-quality.ts';
import { assessQuality } from './assess-quality.ts';
import { createQualityMeter } from './face-quality.ts';
import { readHeadPose } from './head-pose.ts';

const noModels = missingModels();
const people = renderedPeople();
let engine: FaceEngine;

useFaceEngine((opened) => {
  engine = opened;
});

function needs(ctx: TestContext): void {
  if (noModels !== null) ctx.skip(noModels);
  if (people.length < 10) ctx.skip('the rendered people are not here');
}

const having = (file: string) =>
  people.filter((id) => existsSync(join(peopleDirectory, id, 'live', `${file}.jpg`)));

/** What a live frame of each person is told, as a session tells it. */
async function advise(file: string): Promise<ReadonlyMap<string, FaceAdvice | null>> {
  const told = new Map<string, FaceAdvice | null>();
  for (const id of having(file)) {
    const decoded = decodeFrame(readLive(peopleDirectory, id, `${file}.jpg`));
    if (decoded.status === 'failed') throw new Error(decoded.reason.code);
    const [box] = await engine.findFaces(decoded.value);
    if (box === undefined) {
      told.set(id, 'no-face');
      continue;
    }
    const landmarks = await engine.findLandmarks(decoded.value, box);
    const pose = readHeadPose(landmarks);
    const quality = createQualityMeter().measure(decoded.value, landmarks);
    const closed = await engine.eyesClosed(decoded.value, landmarks);
    const advice = adviseDistance(pose.eyeDistance, decoded.value) ?? adviseQuality(quality);
    told.set(id, advice ?? adviseStraight(pose, quality, closed));
  }
  return told;
}

const count = (told: ReadonlyMap<string, FaceAdvice | null>, ...wanted: readonly (FaceAdvice | null)[]) =>
  [...told.values()].filter((advice) => wanted.includes(advice)).length;

describe('what rendered people are told before the camera', () => {
  it('nothing when they look straight, lit evenly or from one side', async (ctx) => {
    needs(ctx);
    for (const file of ['frontal', 'frontal-2', 'frontal-3', 'light-side']) {
      expect(
        [...(await advise(file))].filter(([, advice]) => advice !== null),
        file,
      ).toEqual([]);
    }
  });

  it('nothing when they wear clear glasses', async (ctx) => {
    needs(ctx);
    const told = await advise('glasses');
    expect(told.size).toBeGreaterThan(3);
    expect([...told].filter(([, advice]) => advice !== null)).toEqual([]);
  });

  it('to take off a mask', async (ctx) => {
    needs(ctx);
    const told = await advise('mask');
    expect(told.size).toBeGreaterThan(8);
    expect(count(told, 'remove-mask', 'uncover-face')).toBe(told.size);
    expect(count(told, 'remove-mask')).toBeGreaterThan(0.8 * told.size);
  });

  it('to open closed eyes', async (ctx) => {
    needs(ctx);
    const told = await advise('blink-closed');
    expect(count(told, 'open-eyes')).toBeGreaterThanOrEqual(0.75 * told.size);
  });

  it('to open half-closed eyes, once their own open ones have been seen', async (ctx) => {
    needs(ctx);
    let noticed = 0;
    const half = having('blink-half');
    for (const id of half) {
      const meter = createQualityMeter();
      const look = async (file: string) => {
        const decoded = decodeFrame(readLive(peopleDirectory, id, file));
        if (decoded.status === 'failed') throw new Error(decoded.reason.code);
        const [box] = await engine.findFaces(decoded.value);
        if (box === undefined) throw new Error(`${id} ${file}`);
        const landmarks = await engine.findLandmarks(decoded.value, box);
        const closed = await engine.eyesClosed(decoded.value, landmarks);
        const quality = meter.measure(decoded.value, landmarks);
        const eyeShare = meter.ownEyes.share(quality.eyeOpening, closed);
        return adviseStraight(readHeadPose(landmarks), { ...quality, eyeShare }, closed);
      };
      for (const file of ['frontal.jpg', 'frontal-2.jpg', 'frontal-3.jpg', 'frontal.jpg', 'frontal-2.jpg']) {
        expect(await look(file), `${id} ${file}`).toBeNull();
      }
      if ((await look('blink-half.jpg')) === 'open-eyes') noticed++;
    }
    // The eye network alone notices two of thirteen.
    expect(noticed).toBeGreaterThanOrEqual(0.4 * half.length);
  });

  it('to move back or come closer, whoever is too near or too far', async (ctx) => {
    needs(ctx);
    const [near, far] = [await advise('near'), await advise('far')];
    expect(count(near, 'move-back')).toBeGreaterThan(near.size / 3);
    expect(count(near, 'move-back', null)).toBe(near.size);
    expect(count(far, 'come-closer')).toBeGreaterThan(far.size / 3);
    expect(count(far, 'come-closer', null)).toBe(far.size);
  });

  it('in dim light to turn towards the light, but only whom too little is left of', async (ctx) => {
    needs(ctx);
    const told = await advise('light-dim');
    expect(count(told, 'too-dark')).toBeGreaterThan(0);
    expect(count(told, 'too-dark', null)).toBe(told.size);
  });
});

describe('assessQuality', () => {
  it('meets every component with a good frame and gives a unified score', async (ctx) => {
    needs(ctx);
    const assessment = await assessQuality(engine, readLive(peopleDirectory, 'sato', 'frontal.jpg'));
    expect(assessment.components.filter(({ met }) => !met)).toEqual([]);
    expect(assessment).toMatchObject({ status: 'verified', reasons: [] });
    expect(assessment.unified).toBeGreaterThan(50);
    expect(assessment.components.map(({ component }) => component)).toContain('head-pose-yaw');
  });

  it('says of a miss what to do in both languages, and never that it is rejected', async (ctx) => {
    needs(ctx);
    const { status, components } = await assessQuality(
      engine,
      readLive(peopleDirectory, 'sato', 'yaw-p30.jpg'),
    );
    expect(status).toBe('undetermined');
    const yaw = components.find(({ component }) => component === 'head-pose-yaw');
    expect(yaw).toMatchObject({ met: false, advice: 'face-the-camera', bound: 'at-most' });
    expect(yaw?.sentence?.ja).toMatch(/カメラ/);
  });

  it('measures side light as more than even light', async (ctx) => {
    needs(ctx);
    const value = async (file: string) => {
      const { components } = await assessQuality(engine, readLive(peopleDirectory, 'sato', file));
      return components.find(({ component }) => component === 'illumination-uniformity')?.value ?? 0;
    };
    expect(await value('light-side.jpg')).toBeGreaterThan((await value('frontal.jpg')) + 0.1);
  });

  it('has no remark on the rendered chip photos, and tells the staff of a poor one', async (ctx) => {
    needs(ctx);
    for (const id of people) {
      const photo = new Uint8Array(readFileSync(join(peopleDirectory, id, 'chip.jp2')));
      const { reasons } = await assessQuality(engine, photo, 'chip-photo');
      expect(reasons, id).toEqual([]);
    }
    const dark = await assessQuality(
      engine,
      readLive(peopleDirectory, 'okafor', 'yaw-m30.jpg'),
      'chip-photo',
    );
    expect(dark.reasons).toEqual([{ code: 'photo-poor', detail: expect.stringContaining('head-pose-yaw') }]);
  });

  it('is undetermined with the reason when there is no face or no picture', async (ctx) => {
    needs(ctx);
    const blank = await assessQuality(engine, new Uint8Array(500));
    expect(blank).toMatchObject({ status: 'undetermined', unified: null, components: [] });
    expect(blank.reasons.map(({ code }) => code)).toEqual(['image-format-unsupported']);
  });
});
