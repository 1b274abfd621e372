import { type Reason, reason } from '@honnin/outcome';
import { decodeImage } from '../decoding/decode-image.ts';
import type { RgbImage } from '../decoding/rgb-image.ts';
import type { FaceEngine } from '../engine/face-engine.ts';
import { adviceSentence } from './advice-sentences.ts';
import { createQualityMeter } from './face-quality.ts';
import { readHeadPose } from './head-pose.ts';
import { listComponents } from './list-components.ts';
import { mostProminentFace } from './most-prominent-face.ts';
import type { QualityComponent } from './quality-component.ts';
import { liveLimits, photoLimits } from './quality-limits.ts';
import { unifiedQuality } from './unified-quality.ts';

/** What a picture is for: a frame of a live person, or the photo of a chip. */
export type QualityPurpose = 'live' | 'chip-photo';

/** How good a picture of a face is. */
export interface QualityAssessment {
  /**
   * Verified when every component is met. Never rejected: a miss says how to take a better picture, and nothing of
   * who is in it.
   */
  readonly status: 'verified' | 'undetermined';
  /** 0..100 (`unifiedQuality`); null when no face was found. */
  readonly unified: number | null;
  readonly components: readonly QualityComponent[];
  /** What could not be read; of a chip photo also `photo-poor` with the components missed, for the staff. */
  readonly reasons: readonly Reason[];
}

/**
 * Measures the most prominent face of a picture (JPEG, PNG, JPEG 2000) after the components of ISO/IEC 29794-5.
 * A picture that cannot be read gives undetermined with the decoder's reason; the pixels are overwritten before
 * it returns.
 */
export async function assessQuality(
  engine: FaceEngine,
  picture: Uint8Array,
  purpose: QualityPurpose = 'live',
): Promise<QualityAssessment> {
  const decoded = await decodeImage(picture);
  if (decoded.status === 'failed') {
    return { status: 'undetermined', unified: null, components: [], reasons: [decoded.reason] };
  }
  const image = decoded.value;
  try {
    return await assess(engine, image, purpose);
  } finally {
    image.data.fill(0);
    await engine.forget();
  }
}

async function assess(
  engine: FaceEngine,
  image: RgbImage,
  purpose: QualityPurpose,
): Promise<QualityAssessment> {
  const faces = await engine.findFaces(image);
  const face = mostProminentFace(faces, image);
  if (face === null) {
    return { status: 'undetermined', unified: null, components: [noFace()], reasons: [reason('no-face')] };
  }
  const landmarks = await engine.findLandmarks(image, face);
  const meter = createQualityMeter();
  const quality = meter.measure(image, landmarks);
  const eyesClosed = await engine.eyesClosed(image, landmarks);
  const { norm, vector } = await engine.embed(image, landmarks);
  const pose = readHeadPose(landmarks);
  vector.fill(0);
  landmarks.points.fill(0);
  meter.wipe();
  const others = faces.filter((other) => other !== face);
  const components = listComponents(
    { image, face, others, pose, quality, eyesClosed, norm },
    purpose === 'live' ? liveLimits : photoLimits,
  );
  const missed = components.filter(({ met }) => !met);
  const poor = purpose === 'chip-photo' && missed.length > 0;
  return {
    status: missed.length === 0 ? 'verified' : 'undetermined',
    unified: unifiedQuality(norm),
    components,
    reasons: poor ? [reason('photo-poor', missed.map(describe).join(', '))] : [],
  };
}

function describe({ component, value }: QualityComponent): string {
  return value === null ? component : `${component} ${value.toPrecision(3)}`;
}

function noFace(): QualityComponent {
  const advice = 'no-face';
  const component = 'single-face-present';
  const sentence = adviceSentence(advice);
  return { component, value: 0, limit: 1, bound: 'at-least', unit: 'faces', met: false, advice, sentence };
}
