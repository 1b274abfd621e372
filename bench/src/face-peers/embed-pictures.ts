import type { ContenderKind } from './contender.ts';
import type { Embedded } from './contender-messages.ts';
import { type ContenderProcess, startContender } from './contender-process.ts';
import type { PicturePairs } from './picture-pairs.ts';
import { readPixels } from './read-pixels.ts';

const unreadable: Embedded = {
  vector: null,
  trouble: 'the picture cannot be decoded',
  elapsedMs: 0,
  processorMs: 0,
};

/**
 * Every picture once through every library, in turn, so that a busy minute of the machine falls on all. Ctrl-C
 * ends it early: `seen` pictures were looked at.
 */
export async function embedPictures(
  entrants: readonly { readonly kind: ContenderKind; readonly folder: string }[],
  { pictures }: PicturePairs,
  say: (line: string) => void,
): Promise<{ answers: Embedded[][]; peaks: number[]; seen: number }> {
  const processes: ContenderProcess[] = [];
  const answers: Embedded[][] = entrants.map(() => []);
  let stopped = false;
  const stop = () => {
    stopped = true;
  };
  process.once('SIGINT', stop);
  let seen = 0;
  try {
    for (const { kind, folder } of entrants) {
      processes.push(await startContender(kind, folder));
    }
    say(`looking at ${pictures.length} pictures; Ctrl-C ends it and reports what was seen`);
    for (const [i, { file }] of pictures.entries()) {
      if (stopped) break;
      const pixels = await readPixels(file);
      if (i === 0 && pixels !== null) for (const own of processes) await own.embed(pixels);
      for (const [j, own] of processes.entries()) {
        answers[j]?.push(pixels === null ? unreadable : await own.embed(pixels));
      }
      seen = i + 1;
      if (seen % 100 === 0) say(`${seen} of ${pictures.length} pictures`);
    }
    return { answers, peaks: await Promise.all(processes.map((own) => own.peakBytes())), seen };
  } finally {
    process.off('SIGINT', stop);
    for (const own of processes) await own[Symbol.asyncDispose]();
  }
}
