import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { defaultImageLimits, type FaceEngine, openFaceEngine } from '@honnin/face';
import { type Attempt, done, failed, reason } from '@honnin/outcome';
import { tellFailure } from '../command-line/answer.ts';
import { dataFolder } from '../command-line/data-folder.ts';

/** What the commands with faces have in common. */
export interface FaceCommandOptions {
  readonly json?: true;
  readonly data?: string;
}

/** Where the model files are. */
export function modelsFolder(data: string | undefined): string {
  return path.join(dataFolder(data, process.env), 'models');
}

/** Loads the models for as long as `work` takes; tells what is missing. */
export async function withEngine(
  options: FaceCommandOptions,
  work: (engine: FaceEngine) => Promise<void>,
): Promise<void> {
  const engine = await openFaceEngine({ modelsDirectory: modelsFolder(options.data) });
  if (engine.status === 'failed') return tellFailure(engine.reason, options.json === true);
  await using open = engine.value;
  await work(open);
}

/** Reads a file that an argument names. */
export async function readArgument(file: string): Promise<Attempt<Uint8Array>> {
  try {
    const about = await stat(file);
    // A pipe or a device may never end.
    if (!about.isFile()) return failed(reason('file-unreadable', `${file}: no ordinary file`));
    if (about.size > defaultImageLimits.maximumBytes) {
      return failed(reason('image-too-large', `${file}: ${about.size} bytes`));
    }
    return done(new Uint8Array(await readFile(file)));
  } catch (error) {
    return failed(reason('file-unreadable', `${file}: ${(error as NodeJS.ErrnoException).code ?? 'error'}`));
  }
}
