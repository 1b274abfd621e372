import type { AttackFigures } from './attack-figures.ts';

/** The figures as Markdown. */
export function attackReport(figures: readonly AttackFigures[], skipped: number): string {
  const row = (f: AttackFigures) => {
    const interval = `${percent(f.interval.low)} – ${percent(f.interval.high)}`;
    const reasons = Object.entries(f.reasons)
      .filter(([code]) => code !== 'passive-liveness-relaxed')
      .slice(0, 4)
      .map(([code, times]) => `${code} ${times}`)
      .join(', ');
    return `| ${f.kind} | ${f.way} | ${f.errors} of ${f.count} | ${percent(f.rate)} | ${interval} | ${f.shipped.errors} | ${percent(f.shipped.interval.low)} – ${percent(f.shipped.interval.high)} | ${percent(f.nonResponse)} | ${f.seconds.toFixed(1)} | ${f.processorMs.toFixed(0)} | ${reasons} |`;
  };
  return [
    '| kind | way | errors | rate | 95 % | with the passive score | 95 % | no answer | seconds | processor ms | reasons |',
    '|---|---|---:|---:|---|---:|---|---:|---:|---:|---|',
    ...figures.map(row),
    ...(skipped > 0 ? ['', `${skipped} sessions are still to be played.`] : []),
    '',
  ].join('\n');
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
