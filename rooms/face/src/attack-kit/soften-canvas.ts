import type { Canvas } from './canvas.ts';

/** The lens: each pixel gives `share` of its light to its neighbours, half to each side, in both directions. */
export function softenCanvas({ data, width, height }: Canvas, share: number): void {
  if (share === 0) return;
  const side = share / 2;
  const keep = 1 - share;
  const row = width * 3;
  for (let y = 0; y < height; y++) {
    for (let c = 0; c < 3; c++) {
      const last = (y + 1) * row - 3 + c;
      let before = data[y * row + c] ?? 0;
      let here = before;
      for (let i = y * row + c; i < last; i += 3) {
        const after = data[i + 3] ?? 0;
        data[i] = keep * here + side * (before + after);
        before = here;
        here = after;
      }
    }
  }
  const above = data.slice(0, row);
  for (let y = 0; y < height - 1; y++) {
    const start = y * row;
    for (let i = 0; i < row; i++) {
      const here = data[start + i] ?? 0;
      data[start + i] = keep * here + side * ((above[i] ?? 0) + (data[start + row + i] ?? 0));
      above[i] = here;
    }
  }
}
