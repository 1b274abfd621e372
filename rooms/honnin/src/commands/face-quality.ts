import { assessQuality, type QualityAssessment, type QualityPurpose } from '@honnin/face';
import type { Reason } from '@honnin/outcome';
import { type Command, Option } from 'commander';
import { printJson } from '../command-line/answer.ts';
import { type FaceCommandOptions, isUnread, readArgument, withEngine } from './face-engine.ts';

type Assessed = QualityAssessment & { readonly file: string };

/** `honnin face quality FILE…` */
export function addFaceQuality(face: Command): void {
  face
    .command('quality')
    .description('is a picture of a face good enough, and what would make it better?')
    .argument('<file...>', 'JPEG, PNG or JPEG 2000')
    .addOption(
      new Option('--for <purpose>', 'what the picture is for')
        .choices(['live', 'chip-photo'])
        .default('live', 'live, a frame of somebody before the camera'),
    )
    .option(
      '--json',
      'print one JSON object; with several files one for each first, and then all in one as {"files":[…]}',
    )
    .option('--data <folder>', 'Honnin’s data folder, with models/')
    .addHelpText(
      'after',
      '\nExit code: 0 where all pictures could be looked at, good or not; 1 where one could not be read or the\nmodels are missing (undetermined, with the reason).',
    )
    .action(async (files: string[], options: FaceCommandOptions & { readonly for: QualityPurpose }) => {
      const tellAll = (results: readonly Assessed[]): object => {
        const [only] = results;
        return results.length === 1 && only !== undefined ? only : { files: results };
      };
      const unanswered = (why: Reason) => tellAll(files.map((file) => ({ file, ...notAssessed(why) })));
      await withEngine(options, unanswered, async (engine) => {
        const results: Assessed[] = [];
        for (const file of files) {
          const picture = await readArgument(file);
          const assessment =
            picture.status === 'done'
              ? await assessQuality(engine, picture.value, options.for)
              : notAssessed(picture.reason);
          if (isUnread(assessment.reasons)) process.exitCode = 1;
          const result = { file, ...assessment };
          results.push(result);
          if (!options.json) tell(file, assessment);
          else if (files.length > 1) printJson(result);
        }
        if (options.json) printJson(tellAll(results));
      });
    });
}

function notAssessed(why: Reason): QualityAssessment {
  return { status: 'undetermined', unified: null, components: [], reasons: [why] };
}

function tell(file: string, { status, unified, components, reasons }: QualityAssessment): void {
  const lines = [`${file}: ${status === 'verified' ? 'good' : 'could be better'}, ${unified ?? '–'} of 100`];
  for (const { code, detail } of reasons) lines.push(`  ${code}${detail === undefined ? '' : `: ${detail}`}`);
  for (const { component, value, limit, bound, unit, met, sentence } of components) {
    if (met) continue;
    const is = value === null ? '–' : Number(value.toPrecision(3));
    const side = bound === 'at-least' ? 'at least' : 'at most';
    lines.push(`  ${component}: ${is} ${unit}, ${side} ${limit}. ${sentence?.en ?? ''}`);
  }
  process.stdout.write(`${lines.join('\n')}\n`);
}
