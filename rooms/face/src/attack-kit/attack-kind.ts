/** The kinds of attack that are counted. */
export const attackKinds = ['print-with-border', 'print-filling-frame', 'bent-print'] as const;

/** One way of standing in for somebody before the camera. */
export type AttackKind = (typeof attackKinds)[number];
