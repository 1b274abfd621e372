import { escapeText } from './chart-frame.ts';
import { count, percent, percentRange } from './figure-text.ts';
import type { LivenessReport, Presentations } from './liveness-report.ts';
import { framePage, section, table, tiles } from './page-frame.ts';
import type { ReportPictures } from './report-page.ts';

/** report.html of a liveness evaluation. `pictures` are of wrongly judged clips; null leaves all faces out. */
export function renderLivenessPage(report: LivenessReport, pictures: ReportPictures | null): string {
  const { bonafide, attacks } = report;
  const row = (name: string, result: Presentations) => [
    escapeText(name),
    count(result.clips),
    `${count(result.errors)}`,
    `${percent(result.errorRate)}<small>${percentRange(result.interval)}</small>`,
    percent(result.nonResponseRate),
  ];
  const wrong = wrongClips(report);
  return framePage(
    'Liveness evaluation',
    [
      `<p class="soft">Honnin liveness evaluation, ${escapeText(report.made.slice(0, 16).replace('T', ' '))} UTC</p>`,
      `<h1>Liveness on ${count(report.clips.length)} clips</h1>`,
      ...report.notes.slice(0, 1).map((note) => `<p>${escapeText(note)}</p>`),
      tiles([
        [percent(report.apcerWorst), 'APCER: attacks passed, worst kind'],
        [percent(bonafide.errorRate), 'BPCER: genuine people refused'],
        [percent(bonafide.nonResponseRate), 'BPNRR: genuine clips without an answer'],
      ]),
      section(
        'Attacks by kind',
        table(
          ['Kind', 'Clips', 'Passed', 'APCER', 'APNRR'],
          attacks.map(({ kind, result }) => row(kind, result)),
        ),
      ),
      section(
        'Genuine people',
        table(['', 'Clips', 'Refused', 'BPCER', 'BPNRR'], [row('bona fide', bonafide)]),
      ),
      wrong.length === 0
        ? ''
        : section(
            'Judged wrongly, or not at all',
            `<div class="pairs">${wrong.map((clip) => figure(clip, pictures)).join('')}</div>`,
          ),
      section(
        'How this was measured',
        `<ul>${report.notes.map((note) => `<li>${escapeText(note)}</li>`).join('')}</ul><p class="soft">${escapeText(`${report.seconds.toFixed(1)} s on ${report.machine.processor}, ${report.machine.cores} cores, Node ${report.machine.node}`)}</p>`,
      ),
    ].join(''),
  );
}

/** Clips that were judged wrongly or not at all, sixty at most. */
export function wrongClips({ clips }: LivenessReport): LivenessReport['clips'] {
  return clips
    .filter(({ kind, status }) => status !== (kind === null ? 'verified' : 'rejected'))
    .slice(0, 60);
}

function figure(clip: LivenessReport['clips'][number], pictures: ReportPictures | null): string {
  const jpeg = pictures?.get(clip.file);
  const shown =
    jpeg === undefined
      ? ''
      : `<div><img alt="${escapeText(clip.file)}" src="data:image/jpeg;base64,${Buffer.from(jpeg).toString('base64')}"></div>`;
  return `<figure>${shown}<figcaption><b>${escapeText(clip.kind ?? 'bona fide')}, ${escapeText(clip.status)}</b> ${escapeText(clip.file)}: ${escapeText(clip.reasons.join(', '))}</figcaption></figure>`;
}
