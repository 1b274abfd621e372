import { fileURLToPath } from 'node:url';
import { launchPictureProcess, type PictureProcess } from '@honnin/picture-process';
import { Compile } from 'typebox/compile';
import { answerLimits } from './message-limits.ts';
import { WorkerAnswer, type WorkerOrder } from './worker-messages.ts';

/** One process that looks at faces; what ends it fails with `face-worker-stopped`. */
export type FaceWorkerProcess = PictureProcess<WorkerOrder, WorkerAnswer>;

const program = fileURLToPath(new URL('../../bin/face-worker.mjs', import.meta.url));
const checkAnswer = Compile(WorkerAnswer);

/** Starts a worker that has nothing loaded yet; `ask` it to open. */
export function launchFaceWorkerProcess(): FaceWorkerProcess {
  return launchPictureProcess({
    program,
    heapMegabytes: 256,
    answerLimits,
    isAnswer: (body) => checkAnswer.Check(body),
    stopped: 'face-worker-stopped',
  });
}
