import { readFile, stat } from 'node:fs/promises';
import { type Attempt, done, failed, reason } from '@honnin/outcome';
import { explainFileError } from '../decoding/explain-file-error.ts';
import { defaultImageLimits } from '../decoding/image-limits.ts';

/**
 * Reads a picture's bytes, no more than the decoder takes. Fails with `image-unreadable` (missing, no
 * permission, a folder, a device) or `image-too-large`.
 */
export async function readPictureFile(
  file: string,
  maximumBytes: number = defaultImageLimits.maximumBytes,
): Promise<Attempt<Uint8Array>> {
  try {
    // Before it is opened: opening a named pipe waits for a writer that may never come.
    const status = await stat(file);
    if (!status.isFile())
      return failed(
        reason(
          'image-unreadable',
          status.isDirectory() ? 'it is a folder, not a file' : 'it is no ordinary file',
        ),
      );
    if (status.size > maximumBytes) return failed(reason('image-too-large', `${status.size} bytes`));
    return done(new Uint8Array(await readFile(file)));
  } catch (error) {
    return failed(reason('image-unreadable', explainFileError(error)));
  }
}
