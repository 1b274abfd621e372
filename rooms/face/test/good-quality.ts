import type { FaceQuality } from '../src/quality/face-quality.ts';

/** What a good frame measures. */
export const goodQuality: FaceQuality = {
  brightness: 130,
  burnt: 0,
  drowned: 0.01,
  sharpness: 0.2,
  coverage: 1,
  mouthPallor: -0.03,
  mouthEdges: 0.15,
  sideLight: 0.05,
  surroundings: 120,
  eyeOpening: 0.3,
  mouth: { opening: 0.03, width: 0.8 },
  occlusion: null,
  occlusionScores: { mask: 0, 'dark-glasses': 0, hand: 0, hair: 0 },
  eyeShare: 1,
  spent: new Set(),
};
