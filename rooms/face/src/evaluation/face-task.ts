import type { Reason } from '@honnin/outcome';
import type { ModelManifest } from '../manifest/model-manifest.ts';

/** What a face process is asked to do with one file. */
export type FaceTask =
  /** The template of the most prominent face; with `chip`, of the photo that a card's chip would hold of it. */
  | { readonly kind: 'template'; readonly file: string; readonly chip: boolean }
  /** A small JPEG of the whole picture, `side` pixels at its longest. */
  | { readonly kind: 'thumbnail'; readonly file: string; readonly side: number }
  /** Liveness of a clip, as far as it shows. */
  | { readonly kind: 'liveness'; readonly file: string };

/** What it answers. */
export type FaceTaskAnswer =
  | { readonly kind: 'template'; readonly vector: Float32Array; readonly norm: number }
  | { readonly kind: 'thumbnail'; readonly jpeg: Uint8Array }
  | {
      readonly kind: 'liveness';
      readonly status: 'verified' | 'rejected' | 'undetermined';
      readonly scores: readonly (number | null)[];
      readonly reasons: readonly Reason[];
    }
  | { readonly kind: 'failed'; readonly reason: Reason };

/** Messages to a face process: first `open`, then tasks. */
export type ToFaceProcess =
  | { readonly kind: 'open'; readonly modelsDirectory: string; readonly manifest: ModelManifest }
  | { readonly kind: 'task'; readonly id: number; readonly task: FaceTask };

/** Messages from it. */
export type FromFaceProcess =
  | { readonly kind: 'opened' }
  | { readonly kind: 'not-opened'; readonly reason: Reason }
  | {
      readonly kind: 'answer';
      readonly id: number;
      readonly answer: FaceTaskAnswer;
      /** Processor time of the process since its models were loaded. */
      readonly processorMs: number;
    };
