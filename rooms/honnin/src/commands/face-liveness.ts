import { stat } from 'node:fs/promises';
import { reason } from '@honnin/outcome';
import type { Command } from 'commander';
import { printJson, tellFailure } from '../command-line/answer.ts';
import { type FaceCommandOptions, withEngine } from './face-engine.ts';

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
    .action(async (files: string[], options: FaceCommandOptions) => {
      // Loaded only when it is asked for: comparing starts faster without.
      const { judgeClip } = await import('@honnin/face/evaluation');
      await withEngine(options, async (engine) => {
        const results: { file: string; status: string; scores: unknown; reasons: unknown }[] = [];
        for (const file of files) {
          const missing = await stat(file).then(
            () => null,
            (error: NodeJS.ErrnoException) => reason('file-unreadable', `${file}: ${error.code ?? 'error'}`),
          );
          if (missing !== null && files.length === 1) return tellFailure(missing, options.json === true);
          if (missing !== null) process.exitCode = 1;
          const judged =
            missing === null
              ? await judgeClip(engine, file)
              : { status: 'undetermined', scores: [], reasons: [missing] };
          const { status, scores, reasons } = judged;
          results.push({ file, status, scores, reasons });
          if (!options.json) {
            const shown = scores.map((score) => score?.toFixed(3) ?? 'no face').join(' ');
            const said = reasons.map(({ code }) => code).join(', ');
            process.stdout.write(`${file}: ${status} (${shown}) ${said}\n`);
          } else if (files.length > 1) printJson({ file, status, scores, reasons });
        }
        if (!options.json) return;
        const [only] = results;
        printJson(results.length === 1 && only !== undefined ? only : { files: results });
      });
    });
}
