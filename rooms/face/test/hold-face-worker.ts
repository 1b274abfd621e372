import { openFaceWorker } from '../src/index.ts';

// A process that opens a worker, says which, and does nothing until it is killed.
const opened = await openFaceWorker({ modelsDirectory: process.argv[2] ?? '' });
if (opened.status === 'failed') throw new Error(opened.reason.code);
process.stdout.write(String(opened.value.processIds[0]));
