import type { ChildProcess } from 'node:child_process';

/** Waits for a child process: its exit code, the signal that ended it, or why it could not be started. */
export function childEnd(child: ChildProcess): Promise<number | string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(code ?? signal ?? 'unknown'));
  });
}
