import type { Embedding } from '../engine/embedding.ts';

/** When a frame was taken: before, during or after which turn. */
export type EvidenceMoment = 'straight' | `turn-${number}` | 'near' | 'back';

/** What a frame shows besides the face; null where it was not measured. */
export interface FrameMarks {
  /** Score of the passive model. */
  readonly passive: number | null;
  /** `screenPattern`. */
  readonly screenPattern: number | null;
  /** `paperSeam`. */
  readonly paperSeam: number | null;
  /** `isInPictureFrame`. */
  readonly framed: boolean | null;
}

/** The frames of one person that count, as templates only; `wipe` overwrites them. */
export interface FaceEvidence {
  readonly count: number;
  add(moment: EvidenceMoment, embedding: Embedding, marks?: FrameMarks | null): void;
  /** Cosine of a new template with the mean of all kept ones; null before the first. */
  resemblance(vector: Float32Array): number | null;
  /** Cosine of `vector` with the mean of up to `wanted` frames, taken from every moment in turn. */
  compare(vector: Float32Array, wanted: number): { readonly similarity: number; readonly frames: number };
  /** The least cosine of `vector` with the mean of one moment's frames; null when there are none. */
  weakestMoment(
    vector: Float32Array,
  ): { readonly moment: EvidenceMoment; readonly similarity: number } | null;
  /** Median of the passive scores; null when there is none. */
  passive(): number | null;
  /** Median over the frames that were measured; null when there is none. */
  screenPattern(): number | null;
  /** What a quarter of the measured frames reach, two at least; null when there is none. */
  paperSeam(): number | null;
  /** Share (0..1) of the measured frames in which the face stands inside a frame; null when there is none. */
  framedShare(): number | null;
  wipe(): void;
}

interface Kept {
  readonly moment: EvidenceMoment;
  readonly embedding: Embedding;
}

/**
 * Keeps templates for a decision on their renormalised mean. Weighting by the raw norm is the same as adding
 * up the raw outputs of the network: good frames count more, and no frame decides alone. Frames of different
 * moments and poses are taken before several of one, since nearly equal frames gain nothing.
 */
export function createFaceEvidence(): FaceEvidence {
  const kept: Kept[] = [];
  const seen: FrameMarks[] = [];
  const known = <T>(values: readonly (T | null)[]) => values.filter((value): value is T => value !== null);
  return {
    get count() {
      return kept.length;
    },
    add(moment, embedding, marks) {
      kept.push({ moment, embedding });
      if (marks) seen.push(marks);
    },
    resemblance(vector) {
      return kept.length === 0 ? null : cosineWithMean(vector, kept);
    },
    compare(vector, wanted) {
      const chosen = choose(kept, wanted);
      return { similarity: cosineWithMean(vector, chosen), frames: chosen.length };
    },
    weakestMoment(vector) {
      let weakest: { moment: EvidenceMoment; similarity: number } | null = null;
      for (const [moment, frames] of byMoment(kept)) {
        const similarity = cosineWithMean(vector, frames);
        if (weakest === null || similarity < weakest.similarity) weakest = { moment, similarity };
      }
      return weakest;
    },
    passive: () => median(known(seen.map(({ passive }) => passive))),
    screenPattern: () => median(known(seen.map(({ screenPattern }) => screenPattern))),
    paperSeam: () => upperQuarter(known(seen.map(({ paperSeam }) => paperSeam))),
    framedShare() {
      const frames = known(seen.map(({ framed }) => framed));
      return frames.length === 0 ? null : frames.filter((framed) => framed).length / frames.length;
    },
    wipe() {
      for (const { embedding } of kept) embedding.vector.fill(0);
      kept.length = 0;
      seen.length = 0;
    },
  };
}

/** Best norm of every moment first, then the second best of every moment, and so on. */
function choose(kept: readonly Kept[], wanted: number): readonly Kept[] {
  const ranked = [...byMoment(kept).values()].flatMap((list) =>
    list.sort((p, q) => q.embedding.norm - p.embedding.norm).map((frame, rank) => ({ frame, rank })),
  );
  ranked.sort((p, q) => p.rank - q.rank || q.frame.embedding.norm - p.frame.embedding.norm);
  return ranked.slice(0, wanted).map(({ frame }) => frame);
}

function byMoment(kept: readonly Kept[]): ReadonlyMap<EvidenceMoment, Kept[]> {
  const moments = new Map<EvidenceMoment, Kept[]>();
  for (const frame of kept) {
    const list = moments.get(frame.moment) ?? [];
    list.push(frame);
    moments.set(frame.moment, list);
  }
  return moments;
}

function cosineWithMean(vector: Float32Array, frames: readonly Kept[]): number {
  const sum = new Float64Array(vector.length);
  for (const { embedding } of frames) {
    for (let i = 0; i < sum.length; i++) {
      sum[i] = (sum[i] ?? 0) + (embedding.vector[i] ?? 0) * embedding.norm;
    }
  }
  let [dot, square] = [0, 0];
  for (let i = 0; i < sum.length; i++) {
    const v = sum[i] ?? 0;
    dot += v * (vector[i] ?? 0);
    square += v * v;
  }
  sum.fill(0);
  return square > 0 ? dot / Math.sqrt(square) : 0;
}

/** A seam is sharp in some looks and lost in others; one look alone may be a chance. */
function upperQuarter(values: readonly number[]): number | null {
  const sorted = [...values].sort((p, q) => p - q);
  const place = Math.min(Math.floor(0.75 * sorted.length), sorted.length - 2);
  return sorted[Math.max(0, place)] ?? null;
}

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((p, q) => p - q);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  return (upper + lower) / 2;
}
