import { type OutcomeStatus, type Reason, reason } from '@honnin/outcome';
import { decodeImage } from '../decoding/decode-image.ts';
import type { FaceEngine } from '../engine/face-engine.ts';
import { assessLiveness } from '../liveness/assess-liveness.ts';
import { createStreamWatch } from '../liveness/stream-watch.ts';
import { mostProminentFace } from '../quality/most-prominent-face.ts';
import { readClip } from './read-clip.ts';

/** What a clip shows of liveness, without anything having been asked of the person. */
export interface ClipJudgement {
  readonly status: OutcomeStatus;
  readonly scores: readonly (number | null)[];
  readonly reasons: readonly Reason[];
}

/** Fewer frames are single pictures, and no stream. */
const fewestFrames = 10;
/** Clips do not say when their frames were taken: as if ten in a second. */
const frameMs = 100;
/** Compression takes a camera's noise away, so that its lack is only worth a remark in a recorded clip. */
const decisive = ['stream-frozen', 'stream-looped'];

/**
 * Judges one clip (see `readClip`): the passive model on its frames, and, from ten frames on, whether pictures
 * stand still or come again as a camera's never do. One that cannot be read is undetermined.
 */
export async function judgeClip(engine: FaceEngine, clip: string): Promise<ClipJudgement> {
  const frames = await readClip(clip);
  if (frames.status === 'failed') return { status: 'undetermined', scores: [], reasons: [frames.reason] };
  const { status, scores, reasons: said } = await assessLiveness(engine, frames.value);
  const reasons = frames.value.length === 1 ? said.map(withoutNumber) : said;
  if (frames.value.length < fewestFrames || status === 'undetermined') return { status, scores, reasons };
  const suspicions = await watchStream(engine, frames.value);
  const caught = suspicions.some(({ code }) => decisive.includes(code));
  return { status: caught ? 'rejected' : status, scores, reasons: [...suspicions, ...reasons] };
}

/** Of a single picture it need not be said that it is the first. */
function withoutNumber({ code, detail }: Reason): Reason {
  const rest = detail?.replace(/^image 1(: |$)/, '');
  return rest === undefined || rest === '' ? reason(code) : reason(code, rest);
}

async function watchStream(engine: FaceEngine, frames: readonly Uint8Array[]): Promise<readonly Reason[]> {
  const watch = createStreamWatch();
  for (const [i, frame] of frames.entries()) {
    const decoded = await decodeImage(frame);
    if (decoded.status === 'failed') continue;
    const image = decoded.value;
    const face = mostProminentFace(await engine.findFaces(image), image);
    if (face !== null) watch.note(image, face, i * frameMs, undefined);
    image.data.fill(0);
  }
  await engine.forget();
  watch.wipe();
  return watch.reasons;
}
