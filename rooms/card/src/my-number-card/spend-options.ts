/** How a secret is spent. */
export interface SpendOptions {
  /**
   * Present the secret even when a wrong one would lock it. Without it the last try is kept, and the call
   * fails with `pin-last-try` or `matching-number-last-try`: set it only when the person knows.
   */
  readonly spendLastTry?: boolean;
}
