/** Two ways to go, for the test of coverage. */
export function fork(n: number): string {
  if (n < 0) {
    const words = ['below', 'zero'];
    return words.join(' ');
  }
  return 'not below zero';
}
