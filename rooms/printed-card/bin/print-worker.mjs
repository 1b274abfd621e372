// The process that print-process.ts starts: pictures of cards are decoded and read here, and nowhere else.
// What is plain JavaScript already is loaded before the TypeScript loader takes its place in the way of every
// import.
import 'typebox';
import 'typebox/compile';
import 'onnxruntime-node';
import '@julusian/jpeg-turbo';
import { register } from 'tsx/esm/api';

register();
const { servePrintWorker } = await import('../src/worker/serve-print-worker.ts');
servePrintWorker();
