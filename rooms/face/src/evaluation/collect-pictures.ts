import type { EvaluationReport } from './evaluation-report.ts';
import type { FaceProcesses } from './face-processes.ts';
import type { EvaluationImage } from './gather-images.ts';
import type { ReportPictures } from './report-page.ts';

/** Sharp enough for two beside each other on a phone with a fine screen. */
const side = 160;
const mostFailures = 60;

/** Small pictures of everything that the page shows; what cannot be decoded has none. */
export async function collectPictures(
  report: EvaluationReport,
  images: readonly EvaluationImage[],
  processes: FaceProcesses,
): Promise<ReportPictures> {
  const files = new Map(images.map(({ name, file }) => [name, file]));
  const wanted = new Set([
    ...report.highestImpostors.flatMap(({ a, b }) => [a, b]),
    ...report.lowestGenuine.flatMap(({ a, b }) => [a, b]),
    ...report.failures.slice(0, mostFailures).map(({ image }) => image),
  ]);
  const pictures = new Map<string, Uint8Array>();
  await Promise.all(
    [...wanted].map(async (name) => {
      const file = files.get(name);
      if (file === undefined) return;
      const answer = await processes.run({ kind: 'thumbnail', file, side });
      if (answer.kind === 'thumbnail') pictures.set(name, answer.jpeg);
    }),
  );
  return pictures;
}
