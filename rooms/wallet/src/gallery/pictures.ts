/** Every picture of the gallery, in the order in which they are looked at. */
export const pictures = [
  'start',
  'start-waiting',
  'wallet',
  'wallet-laid',
  'wallet-photo',
  'wallet-other',
  'wallet-residence-card',
  'wallet-me',
  'wallet-away',
  'wallet-problem',
  'own-card',
] as const;
