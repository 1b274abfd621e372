/** Room round the plot for the labels of the axes, in units of the drawing. */
const margin = { left: 64, right: 30, top: 16, bottom: 52 } as const;

/** An axis from `from` to `to` in its own units (for a logarithmic axis, exponents of ten), with labelled ticks. */
export interface ChartAxis {
  readonly title: string;
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
}

/** Where values fall in a drawing, and the drawing itself. */
export interface ChartFrame {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  /** Wraps what was drawn into a whole SVG with axes, grid and colours for light, dark and paper. */
  finish(inside: string, below?: string): string;
}

/** Colours of up to six curves that also differ in grey and to colour-blind eyes; dashes tell them apart too. */
const lights = ['#0b57c4', '#b3410a', '#0a7d4f', '#8a2be2', '#9a6a00', '#5f6368'];
const darks = ['#7db4ff', '#ff9f6b', '#5fd6a2', '#c9a2ff', '#ffd166', '#b4b8be'];

const style = [
  '.fc{font:13px/1.4 system-ui,"Noto Sans","Noto Sans JP",sans-serif;background:#fff}',
  '.fc text{fill:#1f2328}.fc .axis{stroke:#6b7280}.fc .grid{stroke:#d9dde3}.fc .plain{fill:#475467}',
  ...lights.map((colour, i) => `.fc .c${i}{--c:${colour}}`),
  '.fc .line{fill:none;stroke:var(--c);stroke-width:2.2;stroke-linejoin:round}.fc .band{fill:var(--c);opacity:.16}',
  '.fc .bar{fill:var(--c);opacity:.55}.fc .dot{fill:var(--c);stroke:#fff;stroke-width:1.5}',
  '.fc .rule{stroke:#1f2328;stroke-dasharray:4 4}',
  '@media screen and (prefers-color-scheme:dark){.fc{background:#14171c}.fc text{fill:#e6e9ee}',
  '.fc .axis{stroke:#8b95a3}.fc .grid{stroke:#2c323b}.fc .plain{fill:#a9b2bf}.fc .rule{stroke:#e6e9ee}',
  '.fc .dot{stroke:#14171c}',
  ...darks.map((colour, i) => `.fc .c${i}{--c:${colour}}`),
  '}',
].join('');

/** How many curves have colours of their own. */
export const chartColours = lights.length;

/** Escapes text for SVG and HTML. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}

/** Sets up a plot of `width` x `height` with its two axes; `title` and `description` are for those who hear it. */
export function openChart(options: {
  readonly title: string;
  readonly description: string;
  readonly width: number;
  readonly height: number;
  readonly horizontal: ChartAxis;
  readonly vertical: ChartAxis;
}): ChartFrame {
  const { title, description, width, height, horizontal, vertical } = options;
  const right = width - margin.right;
  const bottom = height - margin.bottom;
  const x = (value: number) =>
    margin.left + ((value - horizontal.from) / (horizontal.to - horizontal.from)) * (right - margin.left);
  const y = (value: number) =>
    bottom - ((value - vertical.from) / (vertical.to - vertical.from)) * (bottom - margin.top);
  const upright = horizontal.ticks
    .map(
      ({ at, label }) =>
        `<path class="grid" d="M${short(x(at))} ${margin.top}V${bottom}"/><text x="${short(x(at))}" y="${bottom + 18}" text-anchor="middle">${escapeText(label)}</text>`,
    )
    .join('');
  const level = vertical.ticks
    .map(
      ({ at, label }) =>
        `<path class="grid" d="M${margin.left} ${short(y(at))}H${right}"/><text x="${margin.left - 8}" y="${short(y(at) + 4)}" text-anchor="end">${escapeText(label)}</text>`,
    )
    .join('');
  return {
    x,
    y,
    finish: (inside, below = '') =>
      `<svg xmlns="http://www.w3.org/2000/svg" class="fc" viewBox="0 0 ${width} ${height}" role="img"><title>${escapeText(title)}</title><desc>${escapeText(description)}</desc><style>${style}</style>${upright}${level}<path class="axis" fill="none" d="M${margin.left} ${margin.top}V${bottom}H${right}"/><text class="plain" x="${(margin.left + right) / 2}" y="${height - 12}" text-anchor="middle">${escapeText(horizontal.title)}</text><text class="plain" transform="translate(15 ${(margin.top + bottom) / 2}) rotate(-90)" text-anchor="middle">${escapeText(vertical.title)}</text>${inside}${below}</svg>`,
  };
}

/** A number with as many digits as a drawing needs. */
export function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}
