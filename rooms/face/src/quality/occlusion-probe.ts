import { occlusionFeatureCount, occlusionFeatures } from './occlusion-features.ts';
import { openOcclusionNetwork } from './occlusion-network.ts';
import weights from './occlusion-weights.json' with { type: 'json' };

/** What may cover a face. */
export type Occlusion = 'mask' | 'dark-glasses' | 'hand' | 'hair';

/** 0..1 each; with the score of an uncovered face they add up to 1. */
export type OcclusionScores = Readonly<Record<Occlusion, number>>;

/**
 * Limits. Of 1,535 straight press photos of 775 people whom the network was not trained on, a mask's is reached by
 * 1, dark glasses' by 11 (10 wear dark ones), a hand's by 2 (one has an envelope before the mouth), hair's by 2.
 * A hand's is high because smooth skin looks like one: half of drawn hands reach it, and two thirds of the rest
 * have too low a norm to count. See `docs/accuracy.md`.
 */
export const occlusionLimits: OcclusionScores = { mask: 0.15, 'dark-glasses': 0.25, hand: 0.85, hair: 0.2 };

/** Scores that are insisted on without end: none of the 1,535 reaches the mask's, 7 in dark glasses the other. */
export const sureLimits: OcclusionScores = { mask: 0.5, 'dark-glasses': 0.8, hand: 1, hair: 1 };

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
