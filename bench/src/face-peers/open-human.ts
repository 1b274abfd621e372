import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Embedder } from './contender.ts';
import { openWasmBackend, type TensorFlow } from './open-wasm-backend.ts';

interface Found {
  readonly box: readonly [number, number, number, number];
  readonly embedding?: readonly number[];
}

interface Human {
  readonly tf: TensorFlow;
  load(): Promise<void>;
  detect(tensor: unknown): Promise<{ readonly face: Found[] }>;
}

/**
 * `@vladmandic/human` as installed in `folder`, set as its wiki says for comparing faces, but for the correction
 * of rotation: with it, upright faces were recognised a little worse.
 */
export async function openHuman(folder: string): Promise<Embedder> {
  readFileAddressesFromDisk();
  const { load, file } = openWasmBackend(folder);
  const module = load(file('@vladmandic/human/dist/human.node-wasm.js')) as {
    readonly Human: new (settings: unknown) => Human;
  };
  const off = { enabled: false };
  const human = new module.Human({
    debug: false,
    backend: 'wasm',
    wasmPath: `${file('@tensorflow/tfjs-backend-wasm/dist')}${path.sep}`,
    modelBasePath: `${pathToFileURL(file('@vladmandic/human/models')).href}/`,
    // Each picture on its own: nothing of the one before may stand in for it.
    cacheSensitivity: 0,
    filter: off,
    face: {
      enabled: true,
      detector: { rotation: false, maxDetected: 10, minConfidence: 0.2, skipFrames: 0, skipTime: 0 },
      mesh: { enabled: true },
      description: { enabled: true, skipFrames: 0, skipTime: 0 },
      iris: off,
      emotion: off,
      antispoof: off,
      liveness: off,
    },
    body: off,
    hand: off,
    object: off,
    gesture: off,
    segmentation: off,
  });
  await human.load();
  if (human.tf.getBackend() !== 'wasm') throw new Error('human did not take the WebAssembly backend');
  return {
    async embed({ width, height, data }) {
      const tensor = human.tf.tensor(data, [1, height, width, 3], 'float32');
      const { face } = await human.detect(tensor);
      human.tf.dispose(tensor);
      const [largest] = face.sort((p, q) => q.box[2] * q.box[3] - p.box[2] * p.box[3]);
      const { embedding = [] } = largest ?? {};
      return embedding.length > 0 ? Float32Array.from(embedding) : null;
    },
  };
}

/** This build of human fetches its models; Node.js's fetch knows no file: addresses, so they are read here. */
function readFileAddressesFromDisk(): void {
  const fetchOverNetwork = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    if (!address.startsWith('file:')) return fetchOverNetwork(input, init);
    const type = address.endsWith('.json') ? 'application/json' : 'application/octet-stream';
    return new Response(new Uint8Array(await readFile(new URL(address))), {
      headers: { 'content-type': type },
    });
  };
}
