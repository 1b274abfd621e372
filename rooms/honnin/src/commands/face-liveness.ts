import { stat } from 'node:fs/promises';
import { explainFileError } from '@honnin/face';
import type { ClipJudgement } from '@honnin/face/evaluation';
import { type Reason, reason } from '@honnin/outcome';
import type { Command } from 'commander';
import { printJson } from '../command-line/answer.ts';
import { type FaceCommandOptions, isUnread, withEngine } from './face-engine.ts';

type Judged = ClipJudgement & { readonly file: string };

/** `honnin face liveness FILE…` */
export function addFaceLiveness(face: Command): void {
  face
    .command('liveness')
    .description('does a picture or clip show a living person, as far as it can say?')
    .argument(
      '<file...>',
      'a picture (JPEG, PNG), a folder of pictures or .mjpeg file (a clip), or a video where ffmpeg is installed',
    )
    .option(
      '--json',
      'print one JSON object; with several files one for each first, and then all in one as {"files":[…]}',
    )
    .option('--data <folder>', 'Honnin’s data folder, with models/')
    .addHelpText(
      'after',
      '\nEvery file gets an answer of its own. Exit code: 0 where all could be looked at, whatever the answers;\n1 where one could not be read or the models are missing (undetermined, with the reason).',
    )
    .action(async (files: string[], options: FaceCommandOptions) => {
      const tellAll = (results: readonly Judged[]): object => {
        const [only] = results;
        return results.length === 1 && only !== undefined ? only : { files: results };
      };
      const unanswered = (why: Reason) => tellAll(files.map((file) => notJudged(file, why)));
      // Loaded only when it is asked for: comparing starts faster without.
      const { judgeClip } = await import('@honnin/face/evaluation');
      await withEngine(options, unanswered, async (engine) => {
        const results: Judged[] = [];
        for (const file of files) {
          const missing = await whyMissing(file);
          const judged =
            missing === null ? { file, ...(await judgeClip(engine, file)) } : notJudged(file, missing);
          if (isUnread(judged.reasons)) process.exitCode = 1;
          results.push(judged);
          if (!options.json) tell(judged);
          else if (files.length > 1) printJson(judged);
        }
        if (options.json) printJson(tellAll(results));
      });
    });
}

async function whyMissing(file: string): Promise<Reason | null> {
  try {
    await stat(file);
    return null;
  } catch (error) {
    return reason('file-unreadable', `${file}: ${explainFileError(error)}`);
  }
}

function notJudged(file: string, why: Reason): Judged {
  return { file, status: 'undetermined', scores: [], reasons: [why] };
}

function tell({ file, status, scores, reasons }: Judged): void {
  const shown = scores.map((score) => score?.toFixed(3) ?? '–').join(' ');
  const said = reasons.map(({ code, detail }) => `${code}${detail === undefined ? '' : ` (${detail})`}`);
  process.stdout.write(`${file}: ${status}${shown === '' ? '' : ` ${shown}`}; ${said.join(', ')}\n`);
}
