import type { Attempt } from '@honnin/outcome';
import type { Embedding } from './embedding.ts';
import type { FaceBox } from './face-box.ts';
import type { Landmarks } from './landmarks.ts';
import type { ModelManifest } from './model-manifest.ts';
import type { RgbImage } from './rgb-image.ts';

/** The loaded models. One call at a time for each engine: calls queue up in order. */
export interface FaceEngine extends AsyncDisposable {
  readonly manifest: ModelManifest;
  /** Faces by falling size; boxes are disjoint but for an overlap (IoU) of 0.4. */
  findFaces(image: RgbImage): Promise<readonly FaceBox[]>;
  findLandmarks(image: RgbImage, box: FaceBox): Promise<Landmarks>;
  embed(image: RgbImage, landmarks: Landmarks): Promise<Embedding>;
  /** 0 (a picture of a face) .. 1 (a face), of the passive model alone. */
  passiveLiveness(image: RgbImage, box: FaceBox): Promise<number>;
}

export interface FaceEngineOptions {
  /** Folder that holds the manifest's files. */
  readonly modelsDirectory: string;
  /** Threads for one inference; default 1, more hurt when cores are shared. */
  readonly threads?: number;
}

export function openFaceEngine(_options: FaceEngineOptions): Promise<Attempt<FaceEngine>> {
  throw new Error('not built yet');
}
