import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readLive } from '../../test/played-person.ts';
import { missingModels, modelsDirectory, peopleDirectory, renderedPeople } from '../../test/test-models.ts';
import { defaultFacePolicy } from '../verification/face-policy.ts';
import { openFaceWorker } from './face-worker.ts';

/** Far more than the few megabytes by which a garbage-collected process varies, far less than a frame a frame. */
const slackMb = 60;

const residentMb = (processId: number) =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(processId)], { encoding: 'utf8' })) / 1024;

it('memory of a worker stays what it was over 1,500 frames, and under 400 MB', async (ctx) => {
  const noModels = missingModels();
  if (noModels !== null) return ctx.skip(noModels);
  const [owner] = renderedPeople();
  if (owner === undefined) return ctx.skip('the rendered people are not here');
  const opened = await openFaceWorker({ modelsDirectory });
  if (opened.status === 'failed') throw new Error(opened.reason.code);
  await using worker = opened.value;
  let at = 0;
  const started = await worker.startVerification({
    chipPhoto: readLive(join(peopleDirectory, owner, '..'), owner, '../chip.jp2'),
    // Never satisfied, so that one verification takes them all; one frame in three is embedded.
    policy: {
      ...defaultFacePolicy,
      relaxations: ['stand-in-camera'],
      minimumNorm: 1_000,
      timeLimitMs: Number.MAX_SAFE_INTEGER,
    },
    clock: () => at,
    random: () => 0.3,
  });
  if (started.status === 'failed') throw new Error(started.reason.code);
  using verification = started.value;
  const pictures = ['frontal.jpg', 'yaw-p10.jpg', 'yaw-m10.jpg'].map((file) =>
    readLive(peopleDirectory, owner, file),
  );
  const [processId = 0] = worker.processIds;
  const offer = async (frames: number) => {
    for (let frame = 0; frame < frames; frame++) {
      at += 100;
      await verification.offerFrame(pictures[frame % pictures.length] ?? new Uint8Array(0));
    }
    expect(verification.step).not.toBe('done');
    return { worker: residentMb(processId), own: process.memoryUsage.rss() / 2 ** 20 };
  };
  const settled = await offer(300);
  const later = await offer(1_200);
  expect(later.worker - settled.worker).toBeLessThan(slackMb);
  expect(later.own - settled.own).toBeLessThan(slackMb);
  expect(later.worker).toBeLessThan(400);
}, 300_000);
