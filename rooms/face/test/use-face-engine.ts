import { afterAll, beforeAll } from 'vitest';
import { type FaceEngine, openFaceEngine } from '../src/index.ts';
import { missingModels, modelsDirectory } from './test-models.ts';

/** Has an engine opened before the tests of a file, and closed after them; none is where the models are missing. */
export function useFaceEngine(receive: (engine: FaceEngine) => void): void {
  let opened: FaceEngine | null = null;
  beforeAll(async () => {
    if (missingModels() !== null) return;
    const engine = await openFaceEngine({ modelsDirectory });
    if (engine.status === 'failed') throw new Error(`${engine.reason.code} ${engine.reason.detail ?? ''}`);
    opened = engine.value;
    receive(opened);
  });
  afterAll(async () => {
    await opened?.[Symbol.asyncDispose]();
  });
}
