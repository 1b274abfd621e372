// The process that face-worker-process.ts starts: pictures are decoded and judged here, and nowhere else.
// TypeScript is loaded as CommonJS: the loader for modules runs in a thread of its own and talks to this one about
// every import, which takes as long as the imports themselves.
import { createRequire } from 'node:module';
import { register } from 'tsx/cjs/api';

register();
const require = createRequire(import.meta.url);
const { serveFaceWorker } = require('../src/worker/serve-face-worker.ts');
serveFaceWorker();
