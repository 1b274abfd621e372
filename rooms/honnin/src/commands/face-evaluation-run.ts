import type { ModelManifest } from '@honnin/face';
import { type FaceProcesses, makeFolder, openFaceProcesses } from '@honnin/face/evaluation';
import { tellFailure } from '../command-line/answer.ts';
import { hearInterruption } from '../command-line/hear-interruption.ts';
import { modelsFolder } from './face-engine.ts';
import type { FaceEvaluateOptions } from './face-evaluate-options.ts';
import { chooseModels } from './face-evaluation-models.ts';
import { tellBrokenReport } from './tell-broken-report.ts';

/** What an evaluation works with. */
interface EvaluationRun {
  readonly manifest: ModelManifest;
  readonly processes: FaceProcesses;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}

/**
 * Makes the report's folder (now, not after an hour's work), starts the processes with their models, and has
 * `work` done. Tells what went wrong, and leaves no process behind.
 */
export async function runEvaluation(
  options: FaceEvaluateOptions,
  limits: { readonly timeLimitMs?: number },
  work: (run: EvaluationRun) => Promise<void>,
): Promise<void> {
  const json = options.json === true;
  const manifest = await chooseModels(options);
  if (manifest.status === 'failed') return tellFailure(manifest.reason, json);
  using interruption = hearInterruption();
  const stop = new AbortController();
  void interruption.heard.then(() => stop.abort());
  try {
    await makeFolder(options.out);
    const opened = await openFaceProcesses({
      modelsDirectory: modelsFolder(options.data),
      manifest: manifest.value,
      ...limits,
      ...(options.processes === undefined ? {} : { processes: options.processes }),
    });
    if (opened.status === 'failed') return tellFailure(opened.reason, json);
    await using processes = opened.value;
    await work({ manifest: manifest.value, processes, signal: stop.signal });
  } catch (error) {
    tellBrokenReport(error, options, stop.signal);
  }
}
