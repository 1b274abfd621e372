import { stat } from 'node:fs/promises';
import type { EvaluationImage } from './gather-images.ts';

/** The listed images that are not there at all: a sign of a wrong root when they are many. */
export async function findMissingImages(
  images: readonly EvaluationImage[],
): Promise<readonly EvaluationImage[]> {
  const listed = images.filter(({ lines }) => lines.length > 0);
  const missing: EvaluationImage[] = [];
  let next = 0;
  const lane = async () => {
    for (let i = next++; i < listed.length; i = next++) {
      const image = listed[i];
      if (image !== undefined && (await stat(image.file).catch(() => null)) === null) missing.push(image);
    }
  };
  await Promise.all(Array.from({ length: 32 }, lane));
  return missing.sort((p, q) => (p.lines[0] ?? 0) - (q.lines[0] ?? 0));
}
