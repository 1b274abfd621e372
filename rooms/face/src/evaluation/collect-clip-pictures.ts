import type { LabelledClip } from './clip-list.ts';
import { wrongClips } from './liveness-page.ts';
import type { LivenessReport } from './liveness-report.ts';
import { readClip } from './read-clip.ts';
import type { ReportPictures } from './report-page.ts';
import { makeThumbnail } from './thumbnail.ts';

/** A small picture of the middle of every clip that the page shows. */
export async function collectClipPictures(
  report: LivenessReport,
  clips: readonly LabelledClip[],
): Promise<ReportPictures> {
  const files = new Map(clips.map(({ name, file }) => [name, file]));
  const pictures = new Map<string, Uint8Array>();
  for (const { file: name } of wrongClips(report)) {
    const frames = await readClip(files.get(name) ?? name);
    if (frames.status === 'failed') continue;
    const middle = frames.value[frames.value.length >> 1];
    const small = middle === undefined ? null : await makeThumbnail(middle, 160);
    if (small?.status === 'done') pictures.set(name, small.value);
  }
  return pictures;
}
