import { type Attempt, done, failed, reason } from '@honnin/outcome';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { ModelEntry } from '../manifest/model-manifest.ts';
import { flushTinyWeights } from './flush-tiny-weights.ts';

/** One loaded ONNX network with a single float input, written in place before each run. */
export interface Network extends AsyncDisposable {
  /** Planes to fill before `run`; wiped when the network is disposed. */
  readonly input: Float32Array;
  /** Names of the outputs. */
  readonly outputs: readonly string[];
  /** Outputs by name; the caller owns the arrays. */
  run(): Promise<Readonly<Record<string, Float32Array>>>;
  /** Overwrites the input, so that no face stays in it. */
  wipe(): void;
}

/**
 * Loads a network of the manifest (`model` is changed: tiny weights are set to zero) and checks that it takes
 * the input that the manifest promises. Sequential execution without spinning threads: a terminal has other
 * things to do between two frames.
 */
export async function openNetwork(
  entry: ModelEntry,
  model: Uint8Array,
  threads: number,
): Promise<Attempt<Network>> {
  let session: InferenceSession;
  try {
    flushTinyWeights(model);
    session = await InferenceSession.create(model, {
      executionMode: 'sequential',
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
      logSeverityLevel: 3,
      extra: { session: { intra_op: { allow_spinning: '0' } } },
    });
  } catch (error) {
    return failed(reason('model-unusable', `${entry.file}: ${error instanceof Error ? error.message : ''}`));
  }
  const metadata = session.inputMetadata[0];
  const shape = metadata?.isTensor ? metadata.shape : [];
  const fits =
    session.inputMetadata.length === 1 &&
    shape.length === entry.input.shape.length &&
    shape.every((side, i) => typeof side === 'string' || side <= 0 || side === entry.input.shape[i]);
  if (metadata === undefined || !fits) {
    await session.release();
    return failed(
      reason('model-unusable', `${entry.file}: input ${shape.join('x')} differs from the manifest`),
    );
  }
  const input = new Float32Array(entry.input.shape.reduce((product, side) => product * side, 1));
  const feeds = { [metadata.name]: new Tensor('float32', input, [...entry.input.shape]) };
  return done({
    input,
    outputs: session.outputNames,
    async run() {
      const outputs: Record<string, Float32Array> = {};
      for (const [name, value] of Object.entries(await session.run(feeds))) {
        if (!(value.data instanceof Float32Array))
          throw new Error(`${entry.file}: output ${name} is not float`);
        outputs[name] = value.data;
      }
      return outputs;
    },
    wipe() {
      input.fill(0);
    },
    async [Symbol.asyncDispose]() {
      input.fill(0);
      await session.release();
    },
  });
}
