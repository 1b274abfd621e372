import { escapeText, openChart, short } from './chart-frame.ts';
import type { EvaluationReport } from './evaluation-report.ts';

const [width, height] = [760, 360];

/** Draws how genuine and impostor scores are spread, each as shares of its own kind, with the shipped threshold. */
export function drawScoreHistogram(
  { from, width: bar, genuine, impostor }: EvaluationReport['distribution'],
  threshold: number,
): string {
  const kinds = [
    { name: 'Different people', counts: impostor },
    { name: 'One person', counts: genuine },
  ].map(({ name, counts }) => {
    const total = counts.reduce((sum, n) => sum + n, 0);
    return { name, total, shares: counts.map((n) => (total === 0 ? 0 : n / total)) };
  });
  const used = kinds.flatMap(({ shares }) => shares.flatMap((share, i) => (share > 0 ? [i] : [])));
  const [first, last] = [Math.min(...used, 45), Math.max(...used, 75)];
  const low = Math.floor((from + first * bar) * 5) / 5;
  const high = Math.min(1, Math.ceil((from + (last + 1) * bar) * 5) / 5);
  const top = Math.max(0.01, ...kinds.flatMap(({ shares }) => shares));
  const step = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5].find((of) => top / of <= 6) ?? 1;
  const ceiling = Math.ceil(top / step + 0.01) * step;
  const ticks = (start: number, end: number, by: number, label: (value: number) => string) =>
    Array.from({ length: Math.round((end - start) / by) + 1 }, (_, i) => {
      const at = start + i * by;
      return { at, label: label(at) };
    });
  const chart = openChart({
    title: 'How the scores are spread',
    description: kinds.map(({ name, total }) => `${name}: ${total} pairs.`).join(' '),
    width,
    height,
    horizontal: {
      title: 'Similarity (cosine)',
      from: low,
      to: high,
      ticks: ticks(low, high, 0.2, (v) => String(Number(v.toFixed(1)))),
    },
    vertical: {
      title: 'Share of its kind',
      from: 0,
      to: ceiling,
      ticks: ticks(0, ceiling, step, (v) => `${Number((v * 100).toPrecision(3))} %`),
    },
  });
  const bottom = chart.y(0);
  const wide = chart.x(from + bar) - chart.x(from);
  const bars = kinds.map(({ shares, name }, kind) => {
    const rects = shares.map((share, i) => {
      if (share === 0) return '';
      const y = chart.y(share);
      return `M${short(chart.x(from + i * bar))} ${short(bottom)}V${short(y)}h${short(wide)}V${short(bottom)}Z`;
    });
    const key = `<path class="bar" d="M${width - 190} ${26 + kind * 20}h14v12h-14Z"/><text x="${width - 170}" y="${37 + kind * 20}">${escapeText(name)}</text>`;
    return `<g class="c${kind === 0 ? 1 : 0}"><path class="bar" d="${rects.join('')}"/>${key}</g>`;
  });
  const x = short(chart.x(Math.min(high, Math.max(low, threshold))));
  const rule = `<path class="rule" d="M${x} 16V${short(bottom)}"/><text x="${Number(x) + 6}" y="84">shipped threshold ${threshold}</text>`;
  return chart.finish(bars.join(''), rule);
}
