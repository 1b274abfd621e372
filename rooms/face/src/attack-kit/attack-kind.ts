/** The kinds of attack that have to fail every time. */
export const attackKinds = [
  'print-with-border',
  'print-filling-frame',
  'bent-print',
  'print-with-eye-holes',
  'screen-still',
  'screen-replay-wrong-order',
  'morph',
  'morph-on-screen-following',
  'half-mask',
] as const;

/** Kinds that are played and counted apart: a skilled operator, or somebody who owns the machine. */
export const extraAttackKinds = [
  'screen-replay-right-order',
  'screen-filling-view',
  'injected-loop',
  'injected-frozen',
  'injected-clean',
  'swap-mid-way',
] as const;

/** One way of standing in for somebody before the camera. */
export type AttackKind = (typeof attackKinds)[number] | (typeof extraAttackKinds)[number];
