import { stat } from 'node:fs/promises';
import path from 'node:path';
import {
  calibrateManifest,
  collectPictures,
  evaluateFaces,
  findMissingImages,
  type GatheredImages,
  gatherImages,
  type ListedPair,
  renderReportPage,
  reviewPairs,
  summariseReport,
  writeReportFiles,
} from '@honnin/face/evaluation';
import { type Attempt, done, failed, reason } from '@honnin/outcome';
import { printJson, tellFailure } from '../command-line/answer.ts';
import { openProgressLine } from '../command-line/progress-line.ts';
import type { FaceEvaluateOptions } from './face-evaluate-options.ts';
import { progressText } from './face-evaluation-progress.ts';
import { runEvaluation } from './face-evaluation-run.ts';
import { tellEvaluation } from './face-evaluation-text.ts';
import { readPairFile } from './face-pair-file.ts';

const steps = { embed: 'looking at images', score: 'comparing', intervals: 'working out intervals' } as const;

/** Measures the comparison of faces and writes the report; Ctrl-C leaves nothing half done. */
export async function evaluateVerification(options: FaceEvaluateOptions): Promise<void> {
  const gathered = await gather(options);
  if (gathered.status === 'failed') return tellFailure(gathered.reason, options.json === true);
  await runEvaluation(options, {}, async ({ manifest, processes, signal }) => {
    const report = await (async () => {
      using line = openProgressLine(process.stderr);
      return evaluateFaces({
        processes,
        manifest,
        gathered: gathered.value,
        pairsFile: options.pairs === undefined ? null : path.basename(options.pairs),
        folders: options.subjects === 'folder',
        chip: options.chip === true,
        live: options.live ?? null,
        resamples: options.resamples,
        seed: options.seed,
        now: () => performance.now(),
        date: () => new Date(),
        progress: ({ step, share, text }) => line.show(progressText(steps[step], text, share), share),
        signal,
      });
    })();
    const pictures = options.pictures
      ? await collectPictures(report, gathered.value.images, processes)
      : null;
    await writeReportFiles(
      options.out,
      {
        'report.json': `${JSON.stringify(report, null, 1)}\n`,
        'report.html': renderReportPage(report, pictures),
      },
      signal,
    );
    if (options.calibrate !== undefined) {
      const file = path.resolve(options.calibrate);
      const calibrated = calibrateManifest(manifest, report, path.dirname(file));
      if (calibrated.status === 'failed') return tellFailure(calibrated.reason, options.json === true);
      await writeReportFiles(path.dirname(file), {
        [path.basename(file)]: `${JSON.stringify(calibrated.value, null, 2)}\n`,
      });
    }
    if (options.json) printJson(summariseReport(report));
    else tellEvaluation(report, options.out);
  });
}

async function gather(options: FaceEvaluateOptions): Promise<Attempt<GatheredImages>> {
  const { pairs: file } = options;
  const listed: Attempt<readonly ListedPair[]> = file === undefined ? done([]) : await readPairFile(file);
  if (listed.status === 'failed') return listed;
  const root = path.resolve(options.root ?? path.dirname(file ?? ''));
  const folder = await stat(root).catch(() => null);
  if (folder?.isDirectory() !== true) {
    const what = folder === null ? 'there is no such folder' : 'it is a file, not a folder';
    return failed(reason('file-unreadable', `--root ${root}: ${what}`));
  }
  const gathered = await gatherImages(listed.value, root, options.subjects === 'folder', options.out);
  const wrong = contradiction(gathered, file ?? '') ?? (await lost(gathered, root));
  if (wrong !== null) return failed(reason('evaluation-list-malformed', wrong));
  if (gathered.images.length === 0) {
    const detail = `${root}: no pictures (JPEG, PNG, JPEG 2000) in folders below it`;
    return failed(reason('evaluation-list-malformed', detail));
  }
  return done(gathered);
}

/** Lines that cannot both be true; what is only odd is told, and counted in the report. */
function contradiction({ pairs }: GatheredImages, file: string): string | null {
  const { contradictions, repeated, withThemselves } = reviewPairs(pairs);
  const [first] = contradictions;
  if (first !== undefined) {
    const [before, after] = first;
    const what =
      before === after
        ? `line ${after}: a picture is called another person than itself`
        : `lines ${before} and ${after} call one pair the same person and different people`;
    const more = contradictions.length === 1 ? '' : ` (and ${contradictions.length - 1} more of the kind)`;
    return `${file}, ${what}${more}`;
  }
  const warn = (lines: readonly number[], what: string) => {
    const some = `${lines.slice(0, 5).join(', ')}${lines.length > 5 ? ', …' : ''}`;
    if (lines.length > 0) process.stderr.write(`warning: ${file}: ${what} (line ${some})\n`);
  };
  const themselves = withThemselves.length;
  warn(
    withThemselves,
    `${themselves} pair(s) compare a picture with itself, which makes every rate too kind`,
  );
  warn(repeated, `${repeated.length} pair(s) were listed before; they count as often as they are listed`);
  return null;
}

/** Most of the listed images are not there. */
async function lost({ images }: GatheredImages, root: string): Promise<string | null> {
  const missing = await findMissingImages(images);
  const named = images.filter(({ lines }) => lines.length > 0).length;
  const [first] = missing;
  if (first === undefined || missing.length * 2 <= named) return null;
  const hint =
    path.sep === '/' && first.name.includes('\\') ? 'write paths with / in place of \\' : 'is --root right?';
  return `line ${first.lines[0]}: ${first.name} is not below ${root} (${missing.length} of ${named} images are missing: ${hint})`;
}
