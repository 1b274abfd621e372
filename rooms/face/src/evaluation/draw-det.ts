import { type ChartAxis, chartColours, escapeText, openChart, short } from './chart-frame.ts';

/** One operating point: the share of impostors accepted and of genuine pairs refused. */
export interface DetPoint {
  readonly fmr: number;
  readonly fnmr: number;
}

/** A curve of a detection error trade-off plot. */
export interface DetCurve {
  readonly label: string;
  /** By rising false match rate. */
  readonly points: readonly DetPoint[];
  /** Interval of the false non-match rate at a false match rate; drawn as a band behind the curve. */
  readonly band?: readonly { readonly fmr: number; readonly low: number; readonly high: number }[];
  /** Points worth a name, such as a shipped threshold. */
  readonly marks?: readonly (DetPoint & { readonly label: string })[];
}

/** What `drawDet` draws. Both axes are logarithmic; rates of 0 lie on the edge. */
export interface DetDrawing {
  readonly title: string;
  readonly curves: readonly DetCurve[];
  /** Lowest rates shown; by default the power of ten under the lowest of the data. */
  readonly lowestFmr?: number;
  readonly lowestFnmr?: number;
}

const [width, height] = [760, 470];
const dashes = ['', '7 4', '2 3', '10 3 2 3', '4 2', '1 4'];

/**
 * Draws a detection error trade-off plot (ISO/IEC 19795-1) as one SVG that stands alone or within a page, in
 * light and dark. Throws a RangeError when there are more curves than colours.
 */
export function drawDet({ title, curves, ...limits }: DetDrawing): string {
  if (curves.length > chartColours) throw new RangeError(`at most ${chartColours} curves`);
  const points = curves.flatMap(({ points: of, marks = [] }) => [...of, ...marks]);
  const horizontal = axis(
    'False match rate',
    limits.lowestFmr ?? lowest(points.map(({ fmr }) => fmr)),
    percentage,
  );
  const vertical = axis(
    'False non-match rate',
    limits.lowestFnmr ?? lowest(points.map(({ fnmr }) => fnmr)),
    percentage,
  );
  const chart = openChart({
    title,
    description: curves.map(({ label, points: of }) => `${label}: ${spoken(of)}`).join(' '),
    width,
    height,
    horizontal,
    vertical,
  });
  const at = (fmr: number, fnmr: number) =>
    `${short(chart.x(clamp(fmr, horizontal)))} ${short(chart.y(clamp(fnmr, vertical)))}`;
  const drawn = curves.map(({ points: of, band = [], marks = [], label }, i) => {
    const outline = [
      ...band.map(({ fmr, high }) => at(fmr, high)),
      ...band.toReversed().map(({ fmr, low }) => at(fmr, low)),
    ];
    const area = band.length > 1 ? `<path class="band" d="M${outline.join('L')}Z"/>` : '';
    const visible = of.filter(({ fmr }) => Math.log10(fmr) >= horizontal.from);
    const path = visible.map(({ fmr, fnmr }) => at(fmr, fnmr)).join('L');
    const line = path === '' ? '' : `<path class="line" stroke-dasharray="${dashes[i] ?? ''}" d="M${path}"/>`;
    const dots = marks.map((mark) => {
      const x = chart.x(clamp(mark.fmr, horizontal));
      const y = chart.y(clamp(mark.fnmr, vertical));
      const left = x > width / 2;
      return `<circle class="dot" cx="${short(x)}" cy="${short(y)}" r="5"/><text x="${short(x + (left ? -9 : 9))}" y="${short(y - 8)}" text-anchor="${left ? 'end' : 'start'}">${escapeText(mark.label)}</text>`;
    });
    const key = curves.length > 1 ? legend(label, i) : '';
    return `<g class="c${i}">${area}${line}${dots.join('')}${key}</g>`;
  });
  return chart.finish(drawn.join(''));
}

function legend(label: string, index: number): string {
  const y = 34 + index * 20;
  return `<path class="line" stroke-dasharray="${dashes[index] ?? ''}" d="M${width - 300} ${y}h30"/><text x="${width - 262}" y="${y + 4}">${escapeText(label)}</text>`;
}

/** The power of ten at or under the smallest rate above 0; between 1e-7 and 0.1. */
function lowest(rates: readonly number[]): number {
  const smallest = rates.reduce((least, rate) => (rate > 0 ? Math.min(least, rate) : least), 0.1);
  return 10 ** Math.max(-7, Math.floor(Math.log10(smallest) + 1e-9));
}

function axis(title: string, from: number, label: (rate: number) => string): ChartAxis {
  const start = Math.round(Math.log10(from));
  const ticks = Array.from({ length: 1 - start }, (_, i) => ({
    at: start + i,
    label: label(10 ** (start + i)),
  }));
  return { title, from: start, to: 0, ticks };
}

function clamp(rate: number, { from, to }: ChartAxis): number {
  return rate > 0 ? Math.min(to, Math.max(from, Math.log10(rate))) : from;
}

function percentage(rate: number): string {
  return `${Number((rate * 100).toPrecision(3))} %`;
}

/** For those who cannot see the curve: the rates at a few points. */
function spoken(points: readonly DetPoint[]): string {
  const wanted = [1e-2, 1e-3, 1e-4, 1e-5];
  const said = wanted.flatMap((fmr) => {
    const point = points.findLast((p) => p.fmr <= fmr * 1.0001);
    return point === undefined || point.fmr < fmr / 2
      ? []
      : [`${percentage(point.fnmr)} at ${percentage(fmr)}`];
  });
  return said.length === 0
    ? 'too few pairs for low rates.'
    : `false non-match rate ${said.join(', ')} false match rate.`;
}
