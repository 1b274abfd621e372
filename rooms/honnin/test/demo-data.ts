import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Data folder that the demos of one run use one after the other: the town is founded once. */
    readonly demoData: string;
  }
}

/** Vitest's global set-up of the browser tests. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'honnin-browser-'));
  project.provide('demoData', folder);
  return () => rm(folder, { recursive: true, force: true });
}
