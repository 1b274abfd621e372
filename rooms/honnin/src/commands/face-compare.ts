import { type Comparison, compareImages, defaultFacePolicy } from '@honnin/face';
import type { Reason } from '@honnin/outcome';
import type { Command } from 'commander';
import { printJson, tellFailure } from '../command-line/answer.ts';
import { type FaceCommandOptions, isUnread, readArgument, withEngine } from './face-engine.ts';

/** `honnin face compare A B` */
export function addFaceCompare(face: Command): void {
  face
    .command('compare')
    .description('are these two pictures of one person?')
    .argument('<a>', 'JPEG, PNG or JPEG 2000')
    .argument('<b>', 'JPEG, PNG or JPEG 2000')
    .option('--json', 'print one JSON object')
    .option('--data <folder>', 'Honnin’s data folder, with models/')
    .addHelpText(
      'after',
      '\nExit code: 0 with an answer (verified, rejected, or undetermined where no face can be judged);\n1 where a picture could not be read or the models are missing (undetermined too, with the reason).',
    )
    .action(async (a: string, b: string, options: FaceCommandOptions) => {
      const [first, second] = [await readArgument(a), await readArgument(b)];
      if (first.status === 'failed' || second.status === 'failed') {
        const reasons = [first, second].flatMap((one) => (one.status === 'failed' ? [one.reason] : []));
        for (const why of reasons) tellFailure(why, false);
        if (options.json) printJson(unanswered(...reasons));
        return;
      }
      await withEngine(options, unanswered, async (engine) => {
        const comparison = await compareImages(engine, first.value, second.value, defaultFacePolicy);
        if (isUnread(comparison.reasons)) process.exitCode = 1;
        if (options.json) printJson(comparison);
        else tell(comparison);
      });
    });
}

/** The answer where nothing could be compared. */
function unanswered(...reasons: readonly Reason[]): Comparison {
  const { threshold, falseMatchRate } = defaultFacePolicy;
  return { status: 'undetermined', similarity: null, threshold, falseMatchRate, reasons };
}

function tell({ status, similarity, threshold, falseMatchRate, reasons }: Comparison): void {
  process.stdout.write(
    `${status}: similarity ${similarity?.toFixed(3) ?? 'not measured'}, threshold ${threshold} (false match rate ${falseMatchRate})\n`,
  );
  for (const { code, detail } of reasons) process.stdout.write(`  ${code}${detail ? `: ${detail}` : ''}\n`);
}
