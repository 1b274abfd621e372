import { occlusionFeatureCount, occlusionFeatures } from './occlusion-features.ts';
import { openOcclusionNetwork } from './occlusion-network.ts';
import weights from './occlusion-weights.json' with { type: 'json' };

/** What may cover a face. */
export type Occlusion = 'mask' | 'dark-glasses' | 'hand' | 'hair';

/** 0..1 each; with the score of an uncovered face they add up to 1. */
export type OcclusionScores = Readonly<Record<Occlusion, number>>;

/**
 * Limits: scores that about 5 in 1,000 straight press photos of people whom the network was not trained on
 * reach. See `docs/accuracy.md` for what is found and what is missed.
 */
export const occlusionLimits: OcclusionScores = { mask: 0.5, 'dark-glasses': 0.5, hand: 0.5, hair: 0.5 };

/** Scores that are insisted on without end: reached by about 1 photo in 1,000. A hand or hair never is. */
export const sureLimits: OcclusionScores = { mask: 0.9, 'dark-glasses': 0.9, hand: 1, hair: 1 };

const order = ['mask', 'dark-glasses', 'hand', 'hair'] as const;

/**
 * Scores aligned faces (R, G and B planes, and their luma) with a small network that `test/train-occlusion.ts`
 * trained on drawn coverings. For straight faces; a turned head hides a cheek too.
 */
export function createOcclusionProbe(): (
  crop: Float32Array,
  luma: Float32Array,
) => { readonly occlusion: Occlusion | null; readonly occlusionScores: OcclusionScores } {
  const features = new Float32Array(occlusionFeatureCount);
  const score = openOcclusionNetwork(weights);
  return (crop, luma) => {
    occlusionFeatures(crop, luma, features);
    const [, mask = 0, glasses = 0, hand = 0, hair = 0] = score(features);
    features.fill(0);
    const occlusionScores = { mask, 'dark-glasses': glasses, hand, hair };
    const over = order.filter((kind) => occlusionScores[kind] > occlusionLimits[kind]);
    over.sort((p, q) => occlusionScores[q] - occlusionScores[p]);
    return { occlusion: over[0] ?? null, occlusionScores };
  };
}
