/** The card's answer to a secret. `triesLeft` is at least 1: a counter that reached 0 is `locked`. */
export type SecretCheck =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'wrong'; readonly triesLeft: number }
  | { readonly kind: 'locked' };
