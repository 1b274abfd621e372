/**
 * Limits of live frames. Where nothing else is said, a limit comes from the spread over half of LFW (4,758 press
 * photos of 2,086 people): about one photo in a hundred, or fewer, lies beyond it, and those beyond resemble
 * other photos of the same person less, or have a lower norm. See `docs/accuracy.md`.
 */
export const liveLimits = {
  /** Shorter side of the frame in eye distances; nearer, no margin shows what holds the face. */
  nearest: 6.75,
  /**
   * Mean luma under which the face is too dark. One photo in 500 is under 64 and none of them matches worse, dark
   * skin among them: the limit is what no well-lit face reaches, and `drowned` tells lost detail.
   */
  darkest: 55,
  brightest: 215,
  /** Share of the inner face under luma 20; 0.6 % lie beyond, resemblance 0.57 against 0.68. */
  drowned: 0.15,
  /** The same for a turned face, whose crop also holds what is behind. */
  drownedTurned: 0.35,
  /** Share over luma 250; 0.5 % lie beyond, resemblance 0.57 against 0.68. */
  burnt: 0.02,
  burntTurned: 0.12,
  /** 0.6 % lie below, resemblance 0.56 against 0.68. */
  sharpness: 0.1,
  /** Share of the aligned face within the frame; a face cut and filled up raises false matches sixty-fold. */
  coverage: 0.97,
  /** 0.5 % lie beyond; norm 3.2 against 3.7. */
  sideLight: 0.48,
  /**
   * Surrounding light over the face's. None of LFW reaches it (0.2 % reach 2). It is set by a dark-skinned face lit
   * from one side before a white wall, 2.5, which is no back light.
   */
  backLight: 2.8,
  /** The eye network; 1.9 % lie beyond and nearly all of those look down, blink, or wear dark glasses. */
  eyesClosed: 0.97,
  /**
   * Opening over the person's own open eyes. Half-closed eyes hardly change what the recogniser sees (photos with
   * an opening under 0.12 resemble others of the person as much as any), so only a plain narrowing counts, or a
   * smaller one that the eye network also sees.
   */
  eyeShare: 0.76,
  eyeShareDoubtful: 0.9,
  eyesDoubtful: 0.1,
  /** Gap between the lips in eye distances; 1.1 % lie beyond, resemblance 0.60 against 0.68. */
  mouthOpening: 0.5,
  /** The fallback for a mask that the probe misses: pale mouth without edges. 0.2 % show both. */
  mouthPallor: 0.03,
  mouthEdges: 0.11,
  /** About 10 degrees: not from the spread, but what the turn that follows is measured from. */
  yaw: 0.14,
  roll: 18,
  /** Looking up: 0.8 % lie below, resemblance 0.57 against 0.68. Looking down: 0.6 %. */
  pitchUp: 0.2,
  pitchDown: 0.87,
  /** Pixels between the eyes; 1.6 % lie below, resemblance 0.59 against 0.68. */
  eyeDistance: 32,
  /** Raw norm of the embedding: under it 20 % of photos miss 0.48 against others of the person, over it 2.7 %. */
  norm: 3.2,
} as const;

export type QualityLimits = Readonly<Record<keyof typeof liveLimits, number>>;

/**
 * Limits of a chip photo, for remarks to the staff; nobody is turned away by them. From LFW made into chip photos
 * (1,753 of 151 people: grey, 240x320, JPEG 2000 of 3 kB), whose spread is that of the colour photos but for size.
 */
export const photoLimits: QualityLimits = {
  ...liveLimits,
  /** A passport crop holds the head and little else. */
  nearest: 2.5,
  /** None of them is under 45; a passport crop has about 65. */
  eyeDistance: 40,
  /** Passport photos look straight: about 15 degrees. */
  yaw: 0.2,
  /** 7 % lie below, the worst tenth of genuine comparisons among them. */
  norm: 3.05,
};
