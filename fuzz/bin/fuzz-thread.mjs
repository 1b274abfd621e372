// Threads do not inherit the loader of TypeScript: it is put in here.
import { register } from 'tsx/esm/api';

register();
await import('../src/fuzz-thread.ts');
