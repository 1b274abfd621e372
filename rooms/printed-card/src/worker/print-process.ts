import { fileURLToPath } from 'node:url';
import { launchPictureProcess, type PictureProcess } from '@honnin/picture-process';
import { Compile } from 'typebox/compile';
import { answerLimits, WorkerAnswer, type WorkerOrder } from './worker-messages.ts';

/** One process that looks at pictures of a card; what ends it fails with `print-reader-stopped`. */
export type PrintProcess = PictureProcess<WorkerOrder, WorkerAnswer>;

const program = fileURLToPath(new URL('../../bin/print-worker.mjs', import.meta.url));
const checkAnswer = Compile(WorkerAnswer);

/** Starts a process that has nothing loaded yet; its first order starts a reading. */
export function launchPrintProcess(): PrintProcess {
  return launchPictureProcess({
    program,
    heapMegabytes: 192,
    answerLimits,
    isAnswer: (body) => checkAnswer.Check(body),
    stopped: 'print-reader-stopped',
  });
}
