import { faceShapes } from './face-shapes.ts';
import type { Colour, HumanRecipe } from './human-recipe.ts';

/** A person of the cast: the recipe of the face and what the extra live pictures show. */
export interface CastMember {
  readonly recipe: HumanRecipe;
  readonly extras: readonly ('glasses' | 'mask')[];
}

const black: Colour = [0.14, 0.118, 0.11];
const softBlack: Colour = [0.18, 0.145, 0.13];
const brown: Colour = [0.21, 0.145, 0.115];
const grey: Colour = [0.42, 0.41, 0.4];
const white: Colour = [0.72, 0.72, 0.71];
const asian = { asian: 1, caucasian: 0.12, african: 0 };

const man = (years: 'young' | 'middleage' | 'old'): string =>
  `${years}_asian_male/textures/${years}_lightskinned_male_diffuse${years === 'young' ? 3 : 2}.png`;
const woman = (years: 'young' | 'middleage' | 'old'): string =>
  `${years}_asian_female/textures/${years}_lightskinned_female_diffuse${years === 'young' ? 3 : 2}.png`;

const usual = {
  shape: asian,
  weight: 0,
  variety: 0.32,
  smile: 0.34,
  iris: 'brown',
  lashes: 'Eyelashes01',
} as const;

/** The thirteen people with a face. Seeds and shapes were chosen from many so that no two look alike. */
export const cast: Readonly<Record<string, CastMember>> = {
  sato: {
    recipe: {
      ...usual,
      seed: 109,
      morphs: faceShapes['sato'] ?? {},
      variety: 0.42,
      female: 0,
      years: 42,
      smile: 0.45,
      skin: { texture: man('young'), tint: [1, 0.98, 0.95] },
      hair: { proxy: 'short01', colour: black },
      brows: { proxy: 'eyebrow012', colour: black },
      clothes: { proxy: 'male_casualsuit01', colour: [0.4, 0.5, 0.6], keepPattern: true },
      spareGlasses: [0.09, 0.09, 0.1],
    },
    extras: ['glasses', 'mask'],
  },
  tanaka: {
    recipe: {
      ...usual,
      seed: 206,
      morphs: faceShapes['tanaka'] ?? {},
      variety: 0.38,
      female: 1,
      years: 58,
      weight: 0.25,
      smile: 0.48,
      skin: { texture: woman('old'), tint: [0.99, 1, 1.05] },
      hair: { proxy: 'bob02', colour: grey },
      brows: { proxy: 'eyebrow006', colour: [0.3, 0.27, 0.25] },
      clothes: { proxy: 'male_casualsuit02', colour: [0.5, 0.36, 0.5], keepPattern: false },
      spareGlasses: [0.4, 0.2, 0.18],
    },
    extras: ['glasses', 'mask'],
  },
  suzuki: {
    recipe: {
      ...usual,
      seed: 307,
      morphs: faceShapes['suzuki'] ?? {},
      female: 0,
      years: 86,
      weight: -0.4,
      smile: 0.6,
      variety: 0.4,
      skin: {
        texture: man('old'),
        tint: [0.95, 1, 1.02],
      },
      hair: { proxy: 'short04', colour: white },
      brows: { proxy: 'eyebrow012', colour: [0.5, 0.49, 0.47] },
      clothes: { proxy: 'male_casualsuit01', colour: [0.33, 0.38, 0.4], keepPattern: false },
    },
    extras: ['mask'],
  },
  takahashi: {
    recipe: {
      ...usual,
      seed: 406,
      morphs: faceShapes['takahashi'] ?? {},
      variety: 0.4,
      female: 1,
      years: 29,
      weight: -0.2,
      smile: 0.42,
      lashes: 'eyelashes03',
      skin: { texture: woman('young'), tint: [0.98, 0.955, 0.93] },
      hair: { proxy: 'long01', colour: brown },
      brows: { proxy: 'eyebrow012', colour: brown },
      clothes: { proxy: 'male_casualsuit01', colour: [0.36, 0.42, 0.52], keepPattern: false },
    },
    extras: ['mask'],
  },
  ito: {
    recipe: {
      ...usual,
      seed: 509,
      morphs: faceShapes['ito'] ?? {},
      variety: 0.42,
      shape: { asian: 1, caucasian: 0, african: 0.12 },
      female: 0,
      years: 34,
      weight: -0.3,
      skin: { texture: man('young'), tint: [0.95, 0.92, 0.88] },
      hair: { proxy: 'short03', colour: black },
      brows: { proxy: 'eyebrow010', colour: black },
      clothes: { proxy: 'male_casualsuit02', colour: [0.22, 0.42, 0.36], keepPattern: false },
    },
    extras: ['mask'],
  },
  yamamoto: {
    recipe: {
      ...usual,
      seed: 604,
      morphs: faceShapes['yamamoto'] ?? {},
      variety: 0.4,
      shape: { asian: 1, caucasian: 0.4, african: 0 },
      female: 1,
      years: 47,
      weight: 0.1,
      smile: 0.45,
      lashes: 'eyelashes03',
      skin: { texture: woman('middleage'), tint: [1, 0.98, 0.95] },
      hair: { proxy: 'bob01', colour: softBlack },
      brows: { proxy: 'eyebrow006', colour: softBlack },
      clothes: { proxy: 'male_casualsuit02', colour: [0.62, 0.26, 0.27], keepPattern: false },
      spareGlasses: [0.12, 0.1, 0.1],
    },
    extras: ['glasses'],
  },
  nakamura: {
    recipe: {
      ...usual,
      seed: 704,
      morphs: faceShapes['nakamura'] ?? {},
      female: 1,
      years: 8.5,
      variety: 0.3,
      smile: 0.45,
      skin: { texture: woman('young'), tint: [1, 0.99, 0.97] },
      hair: { proxy: 'Braid01', colour: softBlack },
      brows: { proxy: 'eyebrow012', colour: softBlack },
      clothes: { proxy: 'male_casualsuit06', colour: [0.93, 0.78, 0.35], keepPattern: false },
    },
    extras: ['mask'],
  },
  kobayashi: {
    recipe: {
      ...usual,
      seed: 808,
      morphs: faceShapes['kobayashi'] ?? {},
      female: 0,
      years: 62,
      weight: 0.65,
      skin: {
        texture: 'middleage_caucasian_male/textures/middleage_lightskinned_male_diffuse.png',
        tint: [0.98, 0.95, 0.92],
      },
      hair: { proxy: 'short01', colour: [0.3, 0.29, 0.28] },
      brows: { proxy: 'eyebrow001', colour: [0.2, 0.19, 0.18] },
      clothes: { proxy: 'male_elegantsuit01', colour: [0.2, 0.2, 0.22], keepPattern: true },
      glasses: [0.3, 0.3, 0.32],
    },
    extras: ['mask'],
  },
  kato: {
    recipe: {
      ...usual,
      seed: 903,
      morphs: faceShapes['kato'] ?? {},
      variety: 0.38,
      female: 1,
      years: 37,
      lashes: 'eyelashes03',
      skin: { texture: woman('young'), tint: [0.98, 0.95, 0.92] },
      hair: { proxy: 'bob02', colour: [0.25, 0.165, 0.125] },
      brows: { proxy: 'eyebrow012', colour: brown },
      clothes: { proxy: 'male_casualsuit01', colour: [0.75, 0.8, 0.85], keepPattern: false },
      spareGlasses: [0.5, 0.36, 0.2],
    },
    extras: ['glasses', 'mask'],
  },
  watanabe: {
    recipe: {
      ...usual,
      seed: 1007,
      morphs: faceShapes['watanabe'] ?? {},
      variety: 0.42,
      shape: { asian: 1, caucasian: 0.45, african: 0 },
      female: 0,
      years: 50,
      weight: 0.5,
      skin: { texture: man('middleage'), tint: [0.96, 0.93, 0.9] },
      hair: { proxy: 'short04', colour: softBlack },
      brows: { proxy: 'eyebrow010', colour: black },
      clothes: { proxy: 'male_casualsuit03', colour: [0.3, 0.3, 0.4], keepPattern: true },
      spareGlasses: [0.15, 0.15, 0.18],
    },
    extras: ['glasses'],
  },
  yoshida: {
    recipe: {
      ...usual,
      seed: 1106,
      morphs: faceShapes['yoshida'] ?? {},
      female: 1,
      years: 74,
      weight: -0.25,
      smile: 0.48,
      skin: { texture: woman('old'), tint: [1, 1, 1.05] },
      hair: { proxy: 'afro01', colour: [0.62, 0.62, 0.61] },
      brows: { proxy: 'eyebrow006', colour: [0.45, 0.43, 0.42] },
      clothes: { proxy: 'male_casualsuit01', colour: [0.6, 0.52, 0.66], keepPattern: false },
    },
    extras: ['mask'],
  },
  nguyen: {
    recipe: {
      ...usual,
      seed: 1208,
      morphs: faceShapes['nguyen'] ?? {},
      variety: 0.4,
      shape: { asian: 1, caucasian: 0, african: 0.45 },
      female: 1,
      years: 27,
      smile: 0.42,
      lashes: 'eyelashes03',
      skin: { texture: woman('young'), tint: [0.9, 0.83, 0.76] },
      hair: { proxy: 'long01', colour: black },
      brows: { proxy: 'eyebrow009', colour: black },
      clothes: { proxy: 'male_casualsuit06', colour: [0.35, 0.55, 0.6], keepPattern: false },
    },
    extras: ['mask'],
  },
  okafor: {
    recipe: {
      ...usual,
      seed: 1305,
      morphs: faceShapes['okafor'] ?? {},
      shape: { asian: 0, caucasian: 0, african: 1 },
      female: 0,
      years: 46,
      weight: 0.2,
      skin: {
        texture: 'young_african_male/textures/young_darkskinned_male_diffuse.png',
        tint: [1.6, 1.5, 1.45],
      },
      hair: { proxy: 'afro01', colour: [0.07, 0.06, 0.055] },
      brows: { proxy: 'eyebrow001', colour: [0.05, 0.04, 0.04] },
      clothes: { proxy: 'male_casualsuit01', colour: [0.8, 0.8, 0.78], keepPattern: false },
      glasses: [0.08, 0.08, 0.08],
    },
    extras: ['mask'],
  },
};
