import { occlusionFeatureCount, occlusionFeatures } from './occlusion-features.ts';
import { openOcclusionNetwork } from './occlusion-network.ts';
import weights from './occlusion-weights.json' with { type: 'json' };

/** What may cover a face. */
export type Occlusion = 'mask' | 'dark-glasses' | 'hand' | 'hair';

/** 0..1 each; with the score of an uncovered face they add up to 1. */
export type OcclusionScores = Readonly<Record<Occlusion, number>>;

/**
 * Limits. Of 1,535 straight press photos of 775 people whom the network was not trained on, a mask's is reached by
 * 1, dark glasses' by 14 (13 of which wear dark or tinted ones), a hand's by 10 (one has something before the
 * face), hair's by 5. See `docs/accuracy.md` for what is missed.
 */
export const occlusionLimits: OcclusionScores = { mask: 0.1, 'dark-glasses': 0.25, hand: 1, hair: 0.1 };

/** Scores that are insisted on without end: none of the 1,535 reaches the mask's, 8 in dark glasses the other. */
export const sureLimits: OcclusionScores = { mask: 0.5, 'dark-glasses': 0.85, hand: 1, hair: 1 };

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
