import { type Attempt, done, failed, reason } from '@honnin/outcome';
import { InferenceSession, Tensor } from 'onnxruntime-node';

/** What a network gives back for one input: numbers, and how they lie. */
export interface NetworkOutput {
  readonly data: Float32Array;
  readonly shape: readonly number[];
}

/** A loaded ONNX network with one float input of any height and width, and one output. */
export interface TextNetwork extends AsyncDisposable {
  /** Planes of `input`, in NCHW order. */
  run(input: Float32Array, shape: readonly number[]): Promise<NetworkOutput>;
}

/**
 * Loads a network from its bytes. Sequential and without spinning threads; numbers too small for the
 * processor's fast path count as zero. Fails with `print-model-unusable`.
 */
export async function openTextNetwork(model: Uint8Array, threads: number): Promise<Attempt<TextNetwork>> {
  let session: InferenceSession;
  try {
    session = await InferenceSession.create(model, {
      executionMode: 'sequential',
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
      logSeverityLevel: 3,
      // Line pictures differ in width: an arena would keep a block for every width that ever came.
      enableCpuMemArena: false,
      enableMemPattern: false,
      extra: { session: { set_denormal_as_zero: '1', intra_op: { allow_spinning: '0' } } },
    });
  } catch (error) {
    return failed(reason('print-model-unusable', error instanceof Error ? error.message : ''));
  }
  const [inputName] = session.inputNames;
  const [outputName] = session.outputNames;
  if (inputName === undefined || outputName === undefined) {
    await session.release();
    return failed(reason('print-model-unusable', 'a network without input or output'));
  }
  return done({
    async run(input, shape) {
      const outputs = await session.run({ [inputName]: new Tensor('float32', input, [...shape]) });
      const output = outputs[outputName];
      if (!(output?.data instanceof Float32Array)) throw new Error('the network’s output is not float');
      return { data: output.data, shape: output.dims };
    },
    [Symbol.asyncDispose]: () => session.release(),
  });
}
