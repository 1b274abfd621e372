/** The one thing that would help most to read the card. */
export type PrintAdvice =
  | 'no-card'
  | 'come-closer'
  | 'move-back'
  | 'hold-flat'
  | 'hold-still'
  | 'uncover-code'
  | 'avoid-glare'
  | 'too-dark'
  | 'other-side';

/** Every one of them, for whoever must not miss one. */
export const printAdvice = [
  'no-card',
  'come-closer',
  'move-back',
  'hold-flat',
  'hold-still',
  'uncover-code',
  'avoid-glare',
  'too-dark',
  'other-side',
] as const satisfies readonly PrintAdvice[];
