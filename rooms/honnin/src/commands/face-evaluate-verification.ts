import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import {
  calibrateManifest,
  collectPictures,
  evaluateFaces,
  findMissingImages,
  type GatheredImages,
  gatherImages,
  type ListedPair,
  makeFolder,
  openFaceProcesses,
  readPairList,
  renderReportPage,
  summariseReport,
  writeReportFiles,
} from '@honnin/face/evaluation';
import { type Attempt, done, failed, reason } from '@honnin/outcome';
import { printJson, tellFailure } from '../command-line/answer.ts';
import { hearInterruption } from '../command-line/hear-interruption.ts';
import { openProgressLine } from '../command-line/progress-line.ts';
import { modelsFolder } from './face-engine.ts';
import type { FaceEvaluateOptions } from './face-evaluate-options.ts';
import { chooseModels } from './face-evaluation-models.ts';
import { tellEvaluation } from './face-evaluation-text.ts';
import { tellBrokenReport } from './tell-broken-report.ts';

const steps = { embed: 'looking at images', score: 'comparing', intervals: 'working out intervals' } as const;

/** Measures the comparison of faces and writes the report; Ctrl-C leaves nothing half done. */
export async function evaluateVerification(options: FaceEvaluateOptions): Promise<void> {
  const fail = (attempt: { readonly reason: Parameters<typeof tellFailure>[0] }) =>
    tellFailure(attempt.reason, options.json === true);
  const gathered = await gather(options);
  if (gathered.status === 'failed') return fail(gathered);
  const manifest = await chooseModels(options);
  if (manifest.status === 'failed') return fail(manifest);
  using interruption = hearInterruption();
  const stop = new AbortController();
  void interruption.heard.then(() => stop.abort());
  const opened = await openFaceProcesses({
    modelsDirectory: modelsFolder(options.data),
    manifest: manifest.value,
    ...(options.processes === undefined ? {} : { processes: options.processes }),
  });
  if (opened.status === 'failed') return fail(opened);
  await using processes = opened.value;
  try {
    // Now, not after an hour's work.
    await makeFolder(options.out);
    const report = await (async () => {
      using line = openProgressLine(process.stderr);
      return evaluateFaces({
        processes,
        manifest: manifest.value,
        gathered: gathered.value,
        pairsFile: options.pairs === undefined ? null : path.basename(options.pairs),
        folders: options.subjects === 'folder',
        chip: options.chip === true,
        live: options.live ?? null,
        resamples: options.resamples,
        seed: options.seed,
        now: () => performance.now(),
        date: () => new Date(),
        progress: ({ step, share, text }) => line.show(`${bar(share)} ${steps[step]}, ${text}`, share),
        signal: stop.signal,
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
      stop.signal,
    );
    if (options.calibrate !== undefined) {
      const file = path.resolve(options.calibrate);
      const calibrated = calibrateManifest(manifest.value, report, path.dirname(file));
      if (calibrated.status === 'failed') return fail(calibrated);
      await writeReportFiles(path.dirname(file), {
        [path.basename(file)]: `${JSON.stringify(calibrated.value, null, 2)}\n`,
      });
    }
    if (options.json) printJson(summariseReport(report));
    else tellEvaluation(report, options.out);
  } catch (error) {
    tellBrokenReport(error, options, stop.signal);
  }
}

async function gather(options: FaceEvaluateOptions): Promise<Attempt<GatheredImages>> {
  const listed = options.pairs === undefined ? done([]) : await readList(options.pairs);
  if (listed.status === 'failed') return listed;
  const root = path.resolve(options.root ?? path.dirname(options.pairs ?? ''));
  const folder = await stat(root).catch(() => null);
  if (folder?.isDirectory() !== true) return failed(reason('file-unreadable', `${root} is no folder`));
  const gathered = await gatherImages(listed.value, root, options.subjects === 'folder', options.out);
  const missing = await findMissingImages(gathered.images);
  const named = gathered.images.filter(({ lines }) => lines.length > 0).length;
  const [first] = missing;
  if (first !== undefined && missing.length * 2 > named) {
    const detail = `line ${first.lines[0]}: ${first.name} is not below ${root} (${missing.length} of ${named} images are missing: is --root right?)`;
    return failed(reason('evaluation-list-malformed', detail));
  }
  return done(gathered);
}

async function readList(file: string): Promise<Attempt<readonly ListedPair[]>> {
  try {
    return readPairList(await readFile(file, 'utf8'), file);
  } catch (error) {
    return failed(reason('file-unreadable', `${file}: ${(error as NodeJS.ErrnoException).code ?? 'error'}`));
  }
}

function bar(share: number): string {
  const full = Math.round(share * 20);
  return `[${'#'.repeat(full)}${'.'.repeat(20 - full)}] ${String(Math.floor(share * 100)).padStart(3)} %`;
}
