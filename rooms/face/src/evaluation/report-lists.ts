import path from 'node:path';
import type { ImageTemplate } from './embed-images.ts';
import type { EvaluationReport } from './evaluation-report.ts';
import type { EvaluationImage } from './gather-images.ts';
import type { ScoredTrials } from './scored-trials.ts';

/** How many of the highest impostor and lowest genuine pairs are named. */
const shown = 24;
/** How often one image may stand among them, lest a single bad photo fill the list. */
const most = 3;

type Named = EvaluationReport['highestImpostors'];

/** Images without a template, and why. */
export function listFailures(
  images: readonly EvaluationImage[],
  ...embedded: readonly (readonly (ImageTemplate | undefined)[] | null)[]
): EvaluationReport['failures'] {
  return images.flatMap(({ name, lines }, i) => {
    const template = embedded.map((of) => of?.[i]).find((of) => of?.status === 'failed');
    if (template?.status !== 'failed') return [];
    const { code, detail } = template.reason;
    return [{ image: name, lines, code, detail: detail ?? null }];
  });
}

/** The impostor pairs that score highest. */
export function listHighest(
  { highest }: ScoredTrials,
  images: readonly EvaluationImage[],
  live: number | null,
): Named {
  const named: Named = [];
  const times = new Map<number, number>();
  for (const [i, score] of highest.scores.entries()) {
    const [a, b] = [highest.first[i] ?? 0, highest.second[i] ?? 0];
    if (Math.max(times.get(a) ?? 0, times.get(b) ?? 0) >= most) continue;
    for (const image of [a, b]) times.set(image, (times.get(image) ?? 0) + 1);
    named.push({ a: images[a]?.name ?? '', b: nameSecond(images[b], live), score });
    if (named.length === shown) break;
  }
  return named;
}

/** The genuine pairs that score lowest, of those that were compared. */
export function listLowest(
  { genuine }: ScoredTrials,
  images: readonly EvaluationImage[],
  live: number | null,
): Named {
  return genuine
    .filter(({ score }) => score !== null)
    .sort((p, q) => (p.score ?? 0) - (q.score ?? 0))
    .slice(0, shown)
    .map(({ a, b, score }) => ({ a: images[a]?.name ?? '', b: nameSecond(images[b], live), score }));
}

/** A mean is named after its person's folder. */
function nameSecond(image: EvaluationImage | undefined, live: number | null): string {
  const name = image?.name ?? '';
  return live === null ? name : `${path.posix.dirname(name)} (mean of ${live})`;
}
