import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  assessLiveness,
  compareImages,
  defaultFacePolicy,
  type FaceEngine,
  openFaceEngine,
} from '@honnin/face';
import { type Attempt, done, failed, reason } from '@honnin/outcome';
import type { Command } from 'commander';
import { printJson, tellFailure } from '../command-line/answer.ts';
import { dataFolder } from '../command-line/data-folder.ts';

interface FaceOptions {
  readonly json?: true;
  readonly data?: string;
}

/** `honnin face …` */
export function addFaceCommands(program: Command): void {
  const face = program.command('face').description('compare faces, look for liveness');

  face
    .command('compare')
    .description('are these two pictures of one person?')
    .argument('<a>', 'JPEG, PNG or JPEG 2000')
    .argument('<b>', 'JPEG, PNG or JPEG 2000')
    .option('--json', 'print one JSON object')
    .option('--data <folder>', 'Honnin’s data folder, with models/')
    .action(async (a: string, b: string, options: FaceOptions) => {
      await withEngine(options, async (engine) => {
        const [first, second] = [await readPicture(a), await readPicture(b)];
        if (first.status === 'failed') return tellFailure(first.reason, options.json === true);
        if (second.status === 'failed') return tellFailure(second.reason, options.json === true);
        const comparison = await compareImages(engine, first.value, second.value, defaultFacePolicy);
        if (options.json) return printJson(comparison);
        const { status, similarity, threshold, falseMatchRate, reasons } = comparison;
        process.stdout.write(
          `${status}: similarity ${similarity?.toFixed(3) ?? 'not measured'}, threshold ${threshold} (false match rate ${falseMatchRate})\n`,
        );
        for (const { code, detail } of reasons)
          process.stdout.write(`  ${code}${detail ? `: ${detail}` : ''}\n`);
      });
    });

  face
    .command('liveness')
    .description('does a picture show a living person, as far as one picture can say?')
    .argument('<file...>', 'JPEG or PNG')
    .option('--json', 'print one JSON object')
    .option('--data <folder>', 'Honnin’s data folder, with models/')
    .action(async (files: string[], options: FaceOptions) => {
      await withEngine(options, async (engine) => {
        const results: { file: string; status: string; scores: unknown; reasons: unknown }[] = [];
        for (const file of files) {
          const picture = await readPicture(file);
          if (picture.status === 'failed') return tellFailure(picture.reason, options.json === true);
          const { status, scores, reasons } = await assessLiveness(engine, [picture.value]);
          results.push({ file, status, scores, reasons });
          if (!options.json) process.stdout.write(`${file}: ${status} ${JSON.stringify(scores)}\n`);
        }
        if (!options.json) return;
        const [only] = results;
        printJson(results.length === 1 && only !== undefined ? only : { files: results });
      });
    });
}

async function withEngine(options: FaceOptions, work: (engine: FaceEngine) => Promise<void>): Promise<void> {
  const modelsDirectory = path.join(dataFolder(options.data, process.env), 'models');
  const engine = await openFaceEngine({ modelsDirectory });
  if (engine.status === 'failed') return tellFailure(engine.reason, options.json === true);
  await using open = engine.value;
  await work(open);
}

async function readPicture(file: string): Promise<Attempt<Uint8Array>> {
  try {
    return done(new Uint8Array(await readFile(file)));
  } catch (error) {
    return failed(reason('file-unreadable', `${file}: ${(error as NodeJS.ErrnoException).code ?? 'error'}`));
  }
}
