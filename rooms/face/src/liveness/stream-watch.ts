import { type Reason, reason } from '@honnin/outcome';
import type { RgbImage } from '../decoding/rgb-image.ts';
import type { FaceBox } from '../engine/face-box.ts';
import type { LivenessResult } from '../verification/face-result.ts';
import { createCaptureTimes } from './capture-times.ts';
import { type FrameSample, sampleFrame } from './frame-sample.ts';
import { shareOfUnchanged } from './still-noise.ts';

/** Watches whether the frames come as a camera's do. */
export interface StreamWatch {
  /** Takes a frame that shows one face. `captured`: the camera's own time, if known. */
  note(image: RgbImage, face: FaceBox, at: number, captured: number | undefined): void;
  readonly seen: LivenessResult['stream'];
  /** Why it is suspect; empty otherwise. */
  readonly reasons: readonly Reason[];
  /** Overwrites the sample kept of the last frame. */
  wipe(): void;
}

/** One picture may be offered twice when the screen is faster than the camera, but not for so long. */
const frozenMs = 1_500;
const frozenFrames = 6;
/** So many pictures that were there before, with others between, are a loop. */
const loopedFrames = 3;
/** Pairs of different frames that have to be seen, and how many of ten must be without noise. */
const noisePairs = 10;
const noiselessShare = 0.8;
/** A pair with this share of unchanged pixels has no noise. */
const unchanged = 0.985;
const mostPrints = 600;

/**
 * Judges the stream by what a camera cannot help: no two of its pictures are equal to the last bit, its pixels
 * tremble where nothing moves, and its times are those of now.
 */
export function createStreamWatch(): StreamWatch {
  const prints = new Set<number>();
  const times = createCaptureTimes();
  let last: FrameSample | null = null;
  let sameSince = 0;
  let [frames, same, looped, pairs, noiseless] = [0, 0, 0, 0, 0];
  let frozen = false;

  return {
    note(image, face, at, captured) {
      const sample = sampleFrame(image);
      frames++;
      const changed = sample.print !== last?.print;
      if (captured !== undefined) times.note(captured, at, changed);
      if (changed) {
        if (prints.has(sample.print)) looped++;
        else if (prints.size < mostPrints) prints.add(sample.print);
        if (last !== null) {
          const share = shareOfUnchanged(sample, last, face, image.width);
          if (share !== null) {
            pairs++;
            if (share >= unchanged) noiseless++;
          }
        }
        last?.values.fill(0);
        last = sample;
        [same, sameSince] = [1, at];
      } else {
        sample.values.fill(0);
        same++;
        if (same >= frozenFrames && at - sameSince >= frozenMs) frozen = true;
      }
    },
    get seen() {
      if (reasons().length > 0) return 'suspect';
      return frames < noisePairs ? 'unknown' : 'live';
    },
    get reasons() {
      return reasons();
    },
    wipe() {
      last?.values.fill(0);
      last = null;
    },
  };

  function reasons(): readonly Reason[] {
    const found: Reason[] = [];
    if (frozen) found.push(reason('stream-frozen'));
    if (looped >= loopedFrames) found.push(reason('stream-looped', `${looped} pictures came again`));
    if (pairs >= noisePairs && noiseless >= noiselessShare * pairs) {
      found.push(reason('stream-without-noise', `${noiseless} of ${pairs} pairs`));
    }
    if (times.trouble !== null) found.push(reason('stream-timing', times.trouble));
    return found;
  }
}
