import {
  collectClipPictures,
  evaluateClips,
  type LivenessReport,
  makeFolder,
  openFaceProcesses,
  percent,
  percentRange,
  readClipList,
  renderLivenessPage,
  writeReportFiles,
} from '@honnin/face/evaluation';
import type { Reason } from '@honnin/outcome';
import { printJson, tellFailure } from '../command-line/answer.ts';
import { hearInterruption } from '../command-line/hear-interruption.ts';
import { openProgressLine } from '../command-line/progress-line.ts';
import { modelsFolder } from './face-engine.ts';
import type { FaceEvaluateOptions } from './face-evaluate-options.ts';
import { chooseModels } from './face-evaluation-models.ts';
import { tellBrokenReport } from './tell-broken-report.ts';

/** Measures liveness on labelled clips and writes the report. */
export async function evaluateLivenessOfClips(options: FaceEvaluateOptions, source: string): Promise<void> {
  const fail = (attempt: { readonly reason: Reason }) => tellFailure(attempt.reason, options.json === true);
  const clips = await readClipList(source, options.root);
  if (clips.status === 'failed') return fail(clips);
  const manifest = await chooseModels(options);
  if (manifest.status === 'failed') return fail(manifest);
  using interruption = hearInterruption();
  const stop = new AbortController();
  void interruption.heard.then(() => stop.abort());
  const opened = await openFaceProcesses({
    modelsDirectory: modelsFolder(options.data),
    manifest: manifest.value,
    timeLimitMs: 300_000,
    ...(options.processes === undefined ? {} : { processes: options.processes }),
  });
  if (opened.status === 'failed') return fail(opened);
  await using processes = opened.value;
  try {
    // Now, not after an hour's work.
    await makeFolder(options.out);
    const total = clips.value.length;
    const report = await (async () => {
      using line = openProgressLine(process.stderr);
      return evaluateClips({
        processes,
        manifest: manifest.value,
        clips: clips.value,
        now: () => performance.now(),
        date: () => new Date(),
        progress: (done) => line.show(`${done} of ${total} clips`, done / total),
        signal: stop.signal,
      });
    })();
    const pictures = options.pictures ? await collectClipPictures(report, clips.value) : null;
    await writeReportFiles(
      options.out,
      {
        'report.json': `${JSON.stringify(report, null, 1)}\n`,
        'report.html': renderLivenessPage(report, pictures),
      },
      stop.signal,
    );
    if (options.json) printJson(summarise(report));
    else tell(report, options.out);
  } catch (error) {
    tellBrokenReport(error, options, stop.signal);
  }
}

function summarise({ bonafide, attacks, apcerWorst, clips }: LivenessReport): object {
  return {
    clips: clips.length,
    bonafideClips: bonafide.clips,
    attackClips: clips.length - bonafide.clips,
    apcerWorst,
    apcer: Object.fromEntries(attacks.map(({ kind, result }) => [kind, result.errorRate])),
    apcerInterval: Object.fromEntries(attacks.map(({ kind, result }) => [kind, result.interval])),
    apnrr: Object.fromEntries(attacks.map(({ kind, result }) => [kind, result.nonResponseRate])),
    bpcer: bonafide.errorRate,
    bpcerInterval: bonafide.interval,
    bpnrr: bonafide.nonResponseRate,
  };
}

function tell({ bonafide, attacks }: LivenessReport, folder: string): void {
  const rows = [
    ...attacks.map(
      ({ kind, result }) =>
        `attack ${kind}: ${result.errors} of ${result.answered} passed, APCER ${percent(result.errorRate)} (${percentRange(result.interval)}), no answer ${percent(result.nonResponseRate)}`,
    ),
    `bona fide: ${bonafide.errors} of ${bonafide.answered} refused, BPCER ${percent(bonafide.errorRate)} (${percentRange(bonafide.interval)}), no answer ${percent(bonafide.nonResponseRate)}`,
    `Report: ${folder}/report.html`,
  ];
  process.stdout.write(`${rows.join('\n')}\n`);
}
