/**
 * Solves `matrix` (row-major, n by n) times x = `right` by Gaussian elimination with row pivoting; both are
 * overwritten. Null when the equations are (nearly) dependent.
 */
export function solveLinear(matrix: Float64Array, right: Float64Array): Float64Array | null {
  const n = right.length;
  const at = (i: number, j: number) => matrix[n * i + j] ?? 0;
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(at(i, k)) > Math.abs(at(pivot, k))) pivot = i;
    if (Math.abs(at(pivot, k)) < 1e-9) return null;
    for (let j = 0; j < n; j++) {
      const held = at(k, j);
      matrix[n * k + j] = at(pivot, j);
      matrix[n * pivot + j] = held;
    }
    [right[k], right[pivot]] = [right[pivot] ?? 0, right[k] ?? 0];
    for (let i = k + 1; i < n; i++) {
      const factor = at(i, k) / at(k, k);
      for (let j = k; j < n; j++) matrix[n * i + j] = at(i, j) - factor * at(k, j);
      right[i] = (right[i] ?? 0) - factor * (right[k] ?? 0);
    }
  }
  const out = new Float64Array(n);
  for (let i = n - 1; i >= 0; i--) {
    let sum = right[i] ?? 0;
    for (let j = i + 1; j < n; j++) sum -= at(i, j) * (out[j] ?? 0);
    out[i] = sum / at(i, i);
  }
  return out;
}
