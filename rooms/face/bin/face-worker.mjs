// The process that face-worker-process.ts starts: pictures are decoded and judged here, and nowhere else.
// What is plain JavaScript already is loaded before the TypeScript loader takes its place in the way of every
// import: that halves the time to start.
import 'typebox';
import 'typebox/compile';
import 'onnxruntime-node';
import 'sharp';
import '@julusian/jpeg-turbo';
import '@cornerstonejs/codec-openjpeg/decodewasmjs';
import { register } from 'tsx/esm/api';

register();
const { serveFaceWorker } = await import('../src/worker/serve-face-worker.ts');
serveFaceWorker();
