import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { defaultImageLimits, explainFileError, type FaceEngine, openFaceEngine } from '@honnin/face';
import { type Attempt, done, failed, type Reason, reason } from '@honnin/outcome';
import { printJson, tellFailure } from '../command-line/answer.ts';
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

/** Reasons for which a picture says nothing: what it shows was never seen. Exit code 1 then. */
const unread = [
  'file-unreadable',
  'image-format-unsupported',
  'image-too-large',
  'image-damaged',
  'image-unreadable',
  'image-not-processed',
  'clip-empty',
  'video-tool-missing',
];

/** Whether something could not be looked at at all. */
export function isUnread(reasons: readonly Reason[]): boolean {
  return reasons.some(({ code }) => unread.includes(code));
}

/**
 * Loads the models for as long as `work` takes. Without them it tells what is missing, and with `--json` prints
 * `unanswered` of it: an answer in the command's own form, undetermined.
 */
export async function withEngine(
  options: FaceCommandOptions,
  unanswered: (why: Reason) => object,
  work: (engine: FaceEngine) => Promise<void>,
): Promise<void> {
  const engine = await openFaceEngine({ modelsDirectory: modelsFolder(options.data) });
  if (engine.status === 'failed') {
    tellFailure(engine.reason, false);
    if (options.json) printJson(unanswered(engine.reason));
    return;
  }
  await using open = engine.value;
  await work(open);
}

/** Reads a file that an argument names. */
export async function readArgument(file: string): Promise<Attempt<Uint8Array>> {
  try {
    const about = await stat(file);
    // A pipe or a device may never end.
    if (!about.isFile()) {
      const what = about.isDirectory() ? 'it is a folder, not a file' : 'it is no ordinary file';
      return failed(reason('file-unreadable', `${file}: ${what}`));
    }
    if (about.size > defaultImageLimits.maximumBytes) {
      return failed(reason('image-too-large', `${file}: ${about.size} bytes`));
    }
    return done(new Uint8Array(await readFile(file)));
  } catch (error) {
    return failed(reason('file-unreadable', `${file}: ${explainFileError(error)}`));
  }
}
