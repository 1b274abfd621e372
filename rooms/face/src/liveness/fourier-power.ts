/**
 * Power of the two-dimensional Fourier transform of a square of `side` x `side` values (a power of two), row by
 * row, lowest frequencies first along both axes (Cooley & Tukey, radix 2). Overwrites `values`.
 */
export function fourierPower(values: Float64Array, side: number): Float64Array {
  const imaginary = new Float64Array(values.length);
  for (let line = 0; line < side; line++) transform(values, imaginary, line * side, 1, side);
  for (let line = 0; line < side; line++) transform(values, imaginary, line, side, side);
  return values.map((re, i) => re * re + (imaginary[i] ?? 0) ** 2);
}

function transform(re: Float64Array, im: Float64Array, start: number, stride: number, n: number): void {
  const at = (i: number) => start + i * stride;
  for (let i = 1, j = 0; i < n; i++) {
    let bit = n >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i >= j) continue;
    const [p, q] = [at(i), at(j)];
    const [r, s] = [re[p] ?? 0, im[p] ?? 0];
    re[p] = re[q] ?? 0;
    im[p] = im[q] ?? 0;
    re[q] = r;
    im[q] = s;
  }
  for (let length = 2; length <= n; length *= 2) {
    const angle = (-2 * Math.PI) / length;
    for (let k = 0; k < length / 2; k++) {
      const [c, s] = [Math.cos(angle * k), Math.sin(angle * k)];
      for (let block = k; block < n; block += length) {
        const [p, q] = [at(block), at(block + length / 2)];
        const [a, b] = [re[q] ?? 0, im[q] ?? 0];
        const [x, y] = [a * c - b * s, a * s + b * c];
        re[q] = (re[p] ?? 0) - x;
        im[q] = (im[p] ?? 0) - y;
        re[p] = (re[p] ?? 0) + x;
        im[p] = (im[p] ?? 0) + y;
      }
    }
  }
}
