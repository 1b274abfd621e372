import { type Command, InvalidArgumentError, Option } from 'commander';
import type { FaceEvaluateOptions } from './face-evaluate-options.ts';

/** `honnin face evaluate` */
export function addFaceEvaluate(face: Command): void {
  face
    .command('evaluate')
    .description('measure how sure the face comparison is, on any folder of images and list of pairs')
    .option(
      '--pairs <csv>',
      'columns a,b,same[,group][,fold] in any order; same is 1/0, true/false or yes/no',
    )
    .option('--root <folder>', 'what the paths in the list start from; by default the list’s own folder')
    .addOption(
      new Option(
        '--subjects <by>',
        'folder: a folder is a person; every two images from different folders are an impostor pair too, those below the root that the list does not name included',
      ).choices(['folder']),
    )
    .requiredOption('--out <folder>', 'where report.json and report.html are written')
    .option('--json', 'print one JSON object as the last line')
    .option('--chip', 'image a stands for the card: it goes through 240x320 grey JPEG 2000 of 3 kB first')
    .option(
      '--live <n>',
      'as a visit decides: a photo against the mean of n other images of the person (with --subjects folder; --pairs may be left out)',
      wholeNumber(1, 100),
    )
    .option(
      '--liveness <clips>',
      'measure liveness in place of comparison, on a CSV with file,label[,kind] (label: bonafide or attack; paths from --root on), or on a folder that holds bonafide/ and attack/<kind>/ with clips in them',
    )
    .option('--calibrate <file>', 'write a model manifest (JSON) with thresholds as measured here, by group')
    .option('--manifest <file>', 'the model manifest (JSON) to use in place of the shipped one')
    .option('--recogniser <onnx>', 'your own recogniser: 112x112, ArcFace template')
    .option('--recogniser-name <text>', 'its name, for report and manifest')
    .option('--recogniser-licence <text>', 'its licence')
    .option('--recogniser-source <text>', 'where it comes from')
    .option(
      '--recogniser-input <colour,mean,scale>',
      'how it wants its pixels: rgb or bgr, and (value - mean) / scale',
      recogniserInput,
      { colour: 'bgr', mean: 127, scale: 128 } as const,
    )
    .option('--no-pictures', 'leave all faces out of the report')
    .option(
      '--processes <n>',
      'how many processes look at images; by default one for each core',
      wholeNumber(1, 256),
    )
    .option('--resamples <n>', 'of the bootstrap over people', wholeNumber(0, 100_000), 1000)
    .option(
      '--seed <n>',
      'of the bootstrap and of the choice of images for --live',
      wholeNumber(0, 4294967295),
      1,
    )
    .option('--data <folder>', 'Honnin’s data folder, with models/')
    .addHelpText(
      'after',
      '\nPaths in the list: with / between folders, from --root on; absolute ones and ../ are taken as they are.\nExit code: 0 with a report, whatever it says; 1 where there is none, or no manifest for --calibrate;\n130 after Ctrl-C, which leaves no report behind.',
    )
    .action(async (options: FaceEvaluateOptions, command: Command) => {
      if (options.liveness !== undefined) {
        if (options.pairs !== undefined) command.error('error: --liveness and --pairs are two evaluations');
        const { evaluateLivenessOfClips } = await import('./face-evaluate-clips.ts');
        return evaluateLivenessOfClips(options, options.liveness);
      }
      if (options.live !== undefined && options.subjects === undefined) {
        command.error('error: --live needs --subjects folder');
      }
      if (options.pairs === undefined && (options.live === undefined || options.root === undefined)) {
        command.error(
          'error: --pairs is needed (only --live with --subjects folder and --root does without)',
        );
      }
      const { evaluateVerification } = await import('./face-evaluate-verification.ts');
      await evaluateVerification(options);
    });
}

function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`a whole number from ${least} to ${most} is needed`);
  };
}

function recogniserInput(text: string): { colour: 'rgb' | 'bgr'; mean: number; scale: number } {
  const [colour, mean, scale] = text.split(',').map((part) => part.trim().toLowerCase());
  const [from, by] = [Number(mean), Number(scale)];
  if ((colour === 'rgb' || colour === 'bgr') && Number.isFinite(from) && Number.isFinite(by) && by !== 0) {
    return { colour, mean: from, scale: by };
  }
  throw new InvalidArgumentError('as in: rgb,127.5,127.5');
}
