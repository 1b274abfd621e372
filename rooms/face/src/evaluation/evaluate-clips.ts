import type { ModelManifest } from '../manifest/model-manifest.ts';
import { binomialInterval } from './binomial-interval.ts';
import type { LabelledClip } from './clip-list.ts';
import { describeMachine, describeModels } from './describe-run.ts';
import type { FaceProcesses } from './face-processes.ts';
import type { LivenessReport, Presentations } from './liveness-report.ts';

export interface ClipEvaluationOptions {
  readonly processes: FaceProcesses;
  readonly manifest: ModelManifest;
  readonly clips: readonly LabelledClip[];
  readonly now: () => number;
  readonly date: () => Date;
  readonly progress?: (done: number) => void;
  readonly signal?: AbortSignal;
}

type JudgedClip = LivenessReport['clips'][number];

/** Judges every clip and counts by species. Rejects only when `signal` is aborted. */
export async function evaluateClips(options: ClipEvaluationOptions): Promise<LivenessReport> {
  const { processes, clips, now } = options;
  const since = now();
  const judged: JudgedClip[] = new Array(clips.length);
  let next = 0;
  let done = 0;
  const lane = async () => {
    for (let i = next++; i < clips.length; i = next++) {
      const clip = clips[i];
      if (clip === undefined) continue;
      options.signal?.throwIfAborted();
      const answer = await processes.run({ kind: 'liveness', file: clip.file });
      options.signal?.throwIfAborted();
      judged[i] = {
        file: clip.name,
        kind: clip.kind,
        ...(answer.kind === 'liveness'
          ? {
              status: answer.status,
              scores: [...answer.scores],
              reasons: answer.reasons.map(({ code }) => code),
            }
          : {
              status: 'undetermined',
              scores: [],
              reasons: answer.kind === 'failed' ? [answer.reason.code] : [],
            }),
      };
      done += 1;
      options.progress?.(done);
    }
  };
  await Promise.all(Array.from({ length: 2 * processes.processes }, lane));
  const kinds = [...new Set(clips.flatMap(({ kind }) => (kind === null ? [] : [kind])))];
  const attacks = kinds
    .map((kind) => ({
      kind,
      result: count(
        judged.filter((clip) => clip.kind === kind),
        'verified',
      ),
    }))
    .sort((p, q) => (q.result.errorRate ?? -1) - (p.result.errorRate ?? -1) || (p.kind < q.kind ? -1 : 1));
  return {
    schema: 'honnin-liveness-evaluation',
    version: 1,
    made: options.date().toISOString(),
    machine: describeMachine(),
    models: describeModels(options.manifest),
    notes: [
      'Clips are judged by what they show by themselves: nobody was asked to turn or to come closer, which is what carries liveness at the counter. Expect worse figures here than in a visit.',
      'APCER and BPCER are of the clips that got an answer, non-response rates (APNRR, BPNRR) of all clips (ISO/IEC 30107-3). Intervals are 95 %, exact (Clopper-Pearson), as if every clip were another person and another attack.',
      'The rate of the worst attack instrument species counts, never the mean over species.',
    ],
    bonafide: count(
      judged.filter(({ kind }) => kind === null),
      'rejected',
    ),
    attacks,
    apcerWorst: attacks.reduce<number | null>(
      (worst, { result }) => (result.errorRate === null ? worst : Math.max(worst ?? 0, result.errorRate)),
      null,
    ),
    clips: judged,
    seconds: (now() - since) / 1000,
  };
}

function count(clips: readonly JudgedClip[], wrong: 'verified' | 'rejected'): Presentations {
  const answered = clips.filter(({ status }) => status !== 'undetermined').length;
  const errors = clips.filter(({ status }) => status === wrong).length;
  return {
    clips: clips.length,
    answered,
    errors,
    errorRate: answered === 0 ? null : errors / answered,
    interval: answered === 0 ? null : binomialInterval(errors, answered),
    nonResponseRate: clips.length === 0 ? null : (clips.length - answered) / clips.length,
  };
}
