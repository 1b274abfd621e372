import { explainFileError } from '@honnin/face';
import { reason } from '@honnin/outcome';
import { tellFailure } from '../command-line/answer.ts';
import type { FaceEvaluateOptions } from './face-evaluate-options.ts';

/** Says why no report was written: stopped by hand, or a folder that cannot be written. A bug is thrown on. */
export function tellBrokenReport(error: unknown, options: FaceEvaluateOptions, signal: AbortSignal): void {
  if (signal.aborted) {
    process.stderr.write('Stopped. No report was written.\n');
    process.exitCode = 130;
  } else if (isSystemError(error)) {
    const detail = `${error.path ?? options.out}: ${explainFileError(error)}`;
    tellFailure(reason('folder-unwritable', detail), options.json === true);
  } else throw error;
}

/** An error of a file or folder, not of the program. */
function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}
