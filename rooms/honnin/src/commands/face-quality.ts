import { assessQuality, type QualityAssessment, type QualityPurpose } from '@honnin/face';
import { type Command, Option } from 'commander';
import { printJson, tellFailure } from '../command-line/answer.ts';
import { type FaceCommandOptions, readArgument, withEngine } from './face-engine.ts';

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
    .action(async (files: string[], options: FaceCommandOptions & { readonly for: QualityPurpose }) => {
      await withEngine(options, async (engine) => {
        const results: object[] = [];
        for (const file of files) {
          const picture = await readArgument(file);
          if (picture.status === 'failed') {
            if (files.length === 1) return tellFailure(picture.reason, options.json === true);
            process.exitCode = 1;
          }
          const assessment =
            picture.status === 'done'
              ? await assessQuality(engine, picture.value, options.for)
              : { status: 'undetermined' as const, unified: null, components: [], reasons: [picture.reason] };
          const result = { file, ...assessment };
          results.push(result);
          if (!options.json) tell(file, assessment);
          else if (files.length > 1) printJson(result);
        }
        if (!options.json) return;
        const [only] = results;
        printJson(results.length === 1 && only !== undefined ? only : { files: results });
      });
    });
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
