import type { Reason } from '@honnin/outcome';
import type { FaceProcesses } from './face-processes.ts';

/** A template of an image, or why there is none. */
export type ImageTemplate =
  | { readonly status: 'done'; readonly vector: Float32Array; readonly norm: number }
  | { readonly status: 'failed'; readonly reason: Reason };

/**
 * Embeds every file once, on all processes; answers in the order of `files`. `chip`: what a card's chip would
 * hold of the picture is embedded in its place. Rejects only when `signal` is aborted.
 */
export async function embedImages(
  processes: FaceProcesses,
  files: readonly string[],
  options: {
    readonly chip: boolean;
    readonly progress?: (done: number) => void;
    readonly signal?: AbortSignal;
  },
): Promise<readonly ImageTemplate[]> {
  const templates: ImageTemplate[] = new Array(files.length);
  let next = 0;
  let done = 0;
  const lane = async () => {
    for (let i = next++; i < files.length; i = next++) {
      options.signal?.throwIfAborted();
      const answer = await processes.run({ kind: 'template', file: files[i] ?? '', chip: options.chip });
      options.signal?.throwIfAborted();
      if (answer.kind === 'template') {
        templates[i] = { status: 'done', vector: answer.vector, norm: answer.norm };
      } else if (answer.kind === 'failed') templates[i] = { status: 'failed', reason: answer.reason };
      else throw new Error(`a template was asked, and ${answer.kind} came`);
      done += 1;
      options.progress?.(done);
    }
  };
  await Promise.all(Array.from({ length: 3 * processes.processes }, lane));
  return templates;
}
