import type { Embedder } from './contender.ts';
import { openWasmBackend, type TensorFlow } from './open-wasm-backend.ts';

interface Net {
  loadFromDisk(folder: string): Promise<void>;
}

interface Found {
  readonly detection: { readonly score: number; readonly box: { readonly area: number } };
  readonly descriptor: Float32Array;
}

interface FaceApi {
  readonly tf: TensorFlow;
  readonly nets: Record<'ssdMobilenetv1' | 'faceLandmark68Net' | 'faceRecognitionNet', Net>;
  readonly SsdMobilenetv1Options: new (options: { minConfidence: number; maxResults: number }) => unknown;
  detectAllFaces(
    tensor: unknown,
    options: unknown,
  ): { withFaceLandmarks(): { withFaceDescriptors(): PromiseLike<Found[]> } };
}

/** The library's default. Under it there are many faces still, but the largest is then often none. */
const sureScore = 0.5;

/** `@vladmandic/face-api` as installed in `folder`, with the nets that its README uses for recognition. */
export async function openFaceApi(folder: string): Promise<Embedder> {
  const { load, file } = openWasmBackend(folder);
  const api = load('@vladmandic/face-api/dist/face-api.node-wasm.js') as FaceApi;
  await api.tf.setBackend('wasm');
  await api.tf.ready();
  if (api.tf.getBackend() !== 'wasm') throw new Error('face-api did not take the WebAssembly backend');
  const { ssdMobilenetv1, faceLandmark68Net, faceRecognitionNet } = api.nets;
  for (const net of [ssdMobilenetv1, faceLandmark68Net, faceRecognitionNet]) {
    await net.loadFromDisk(file('@vladmandic/face-api/model'));
  }
  const options = new api.SsdMobilenetv1Options({ minConfidence: 0.1, maxResults: 10 });
  return {
    async embed({ width, height, data }) {
      const tensor = api.tf.tensor(data, [height, width, 3], 'int32');
      const found = await api.detectAllFaces(tensor, options).withFaceLandmarks().withFaceDescriptors();
      api.tf.dispose(tensor);
      const sure = found.filter(({ detection }) => detection.score >= sureScore);
      const [largest] = sure.sort((p, q) => q.detection.box.area - p.detection.box.area);
      const [best] = found.sort((p, q) => q.detection.score - p.detection.score);
      return (largest ?? best)?.descriptor ?? null;
    },
  };
}
