import { compareImages, defaultFacePolicy } from '@honnin/face';
import type { Command } from 'commander';
import { printJson, tellFailure } from '../command-line/answer.ts';
import { type FaceCommandOptions, readArgument, withEngine } from './face-engine.ts';

/** `honnin face compare A B` */
export function addFaceCompare(face: Command): void {
  face
    .command('compare')
    .description('are these two pictures of one person?')
    .argument('<a>', 'JPEG, PNG or JPEG 2000')
    .argument('<b>', 'JPEG, PNG or JPEG 2000')
    .option('--json', 'print one JSON object')
    .option('--data <folder>', 'Honnin’s data folder, with models/')
    .action(async (a: string, b: string, options: FaceCommandOptions) => {
      await withEngine(options, async (engine) => {
        const [first, second] = [await readArgument(a), await readArgument(b)];
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
}
