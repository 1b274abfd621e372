import {
  collectClipPictures,
  evaluateClips,
  type LivenessReport,
  percent,
  percentRange,
  readClipList,
  renderLivenessPage,
  writeReportFiles,
} from '@honnin/face/evaluation';
import { printJson, tellFailure } from '../command-line/answer.ts';
import { openProgressLine } from '../command-line/progress-line.ts';
import type { FaceEvaluateOptions } from './face-evaluate-options.ts';
import { progressText } from './face-evaluation-progress.ts';
import { runEvaluation } from './face-evaluation-run.ts';

/** Measures liveness on labelled clips and writes the report. */
export async function evaluateLivenessOfClips(options: FaceEvaluateOptions, source: string): Promise<void> {
  const clips = await readClipList(source, options.root);
  if (clips.status === 'failed') return tellFailure(clips.reason, options.json === true);
  await runEvaluation(options, { timeLimitMs: 300_000 }, async ({ manifest, processes, signal }) => {
    const total = clips.value.length;
    const report = await (async () => {
      using line = openProgressLine(process.stderr);
      return evaluateClips({
        processes,
        manifest,
        clips: clips.value,
        now: () => performance.now(),
        date: () => new Date(),
        progress: (done) =>
          line.show(progressText('looking at clips', `${done} of ${total}`, done / total), done / total),
        signal,
      });
    })();
    const pictures = options.pictures ? await collectClipPictures(report, clips.value) : null;
    await writeReportFiles(
      options.out,
      {
        'report.json': `${JSON.stringify(report, null, 1)}\n`,
        'report.html': renderLivenessPage(report, pictures),
      },
      signal,
    );
    if (options.json) printJson(summarise(report));
    else tell(report, options.out);
  });
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
