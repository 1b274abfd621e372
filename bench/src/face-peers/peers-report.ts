import type { Accuracy, OperatingPoint } from './accuracy.ts';
import type { Contender } from './contender.ts';
import type { InstallSize } from './install-size.ts';

/** Median and 95th percentile, milliseconds. */
export interface Spread {
  readonly median: number;
  readonly p95: number;
}

/** From starting the process, milliseconds; medians of fresh processes. */
export interface StartUp {
  readonly readyMs: number;
  readonly firstTemplateMs: number;
  /** Loading the library and its models, the rest of the process left out. */
  readonly libraryMs: number;
  readonly libraryProcessorMs: number;
}

/** Everything that was measured of one library. */
export interface ContenderResult {
  readonly contender: Contender;
  readonly failures: { readonly noFace: number; readonly threw: number };
  readonly accuracy: Accuracy;
  /** One picture from pixels to template, decoding left out. */
  readonly latency: { readonly elapsed: Spread; readonly processor: Spread };
  readonly startUp: StartUp;
  readonly peakBytes: number;
  readonly install: InstallSize;
  readonly modelBytes: number;
}

export interface PeersResult {
  readonly pictures: number;
  readonly people: number;
  /** False where the pictures are rendered people: no evidence of accuracy. */
  readonly photographs: boolean;
  readonly empty: { readonly readyMs: number; readonly peakBytes: number };
  readonly results: readonly ContenderResult[];
  readonly missing: readonly string[];
}

/** The side-by-side table as Markdown. */
export function peersReport({ pictures, people, photographs, empty, results, missing }: PeersResult): string {
  const [first] = results;
  const rows: [string, (result: ContenderResult) => string][] = [
    ['version, released', ({ contender: c }) => `${c.version}, ${c.released}`],
    ['licence', ({ contender: c }) => c.licence],
    ['runs on', ({ contender: c }) => c.runsOn],
    ['settings', ({ contender: c }) => c.settings],
    ['compared by (the better for each)', ({ accuracy }) => accuracy.measure],
    ['pictures without a face found', ({ failures }) => String(failures.noFace)],
    ['pictures at which it threw', ({ failures }) => String(failures.threw)],
    ...setRows('listed pairs', ({ accuracy }) => accuracy.listed, first),
    ...setRows('all pairs', ({ accuracy }) => accuracy.allPairs, first),
    [
      `FNMR at FMR 1e-4, all pairs, the ${first?.accuracy.processedByAll.genuinePairs ?? 0} genuine pairs that all processed`,
      ({ accuracy }) => percent(accuracy.processedByAll.fnmr),
    ],
    [
      'its documented decision, all pairs',
      ({ contender, accuracy: { allPairs } }) =>
        `${contender.documented.says}: FMR ${small(allPairs.documented.fmr, allPairs.impostorPairs)}, FNMR ${percent(allPairs.documented.fnmr)}`,
    ],
    ['one picture, processor ms, median / 95 %', ({ latency }) => spread(latency.processor)],
    ['one picture, elapsed ms, median / 95 %', ({ latency }) => spread(latency.elapsed)],
    ['process started to library ready, ms', ({ startUp }) => startUp.readyMs.toFixed(0)],
    [
      '… of it the library and its models, elapsed / processor ms',
      ({ startUp }) => `${startUp.libraryMs.toFixed(0)} / ${startUp.libraryProcessorMs.toFixed(0)}`,
    ],
    ['process started to first template, ms', ({ startUp }) => startUp.firstTemplateMs.toFixed(0)],
    ['peak resident memory, MB', ({ peakBytes }) => megabytes(peakBytes)],
    ['installed packages', ({ install }) => String(install.packages)],
    [
      'installed size, MB (models not in a package)',
      (r) => `${megabytes(r.install.bytes)} (${megabytes(r.modelBytes)})`,
    ],
  ];
  return [
    `${pictures} pictures of ${people} people; each library in a process of its own, on the same decoded pixels, picture by picture in turn; the largest face of each picture. A picture that a library could not process counts as a non-match. In brackets: 95 % interval by drawing people.`,
    ...(photographs
      ? []
      : ['', '**Rendered people: these rates are no evidence of accuracy.** Give `--pairs` and `--root`.']),
    '',
    `An empty process of the same kind: ready after ${empty.readyMs.toFixed(0)} ms, peak ${megabytes(empty.peakBytes)} MB.`,
    '',
    `| | ${results.map(({ contender }) => contender.name).join(' | ')} |`,
    `|---|${results.map(() => '---').join('|')}|`,
    ...rows.map(([name, tell]) => `| ${name} | ${results.map(tell).join(' | ')} |`),
    ...missing.flatMap((line) => ['', `Not measured: ${line}`]),
    '',
  ].join('\n');
}

function setRows(
  name: string,
  of: (result: ContenderResult) => Accuracy['listed'],
  first: ContenderResult | undefined,
): [string, (result: ContenderResult) => string][] {
  const set = first === undefined ? null : of(first);
  if (set === null) return [];
  const title = `${name} (${set.genuinePairs} genuine, ${set.impostorPairs} impostor)`;
  return [
    [`AUC, ${title}`, (result) => of(result)?.auc.toFixed(4) ?? ''],
    ...set.points
      .filter(({ falseMatchesAllowed }) => falseMatchesAllowed > 0)
      .map(({ fmr, falseMatchesAllowed }, i): [string, (result: ContenderResult) => string] => [
        `FNMR at FMR ${fmr.toExponential(0)}, ${name}${falseMatchesAllowed < 10 ? ` (only ${falseMatchesAllowed} false matches wide)` : ''}`,
        (result) => point(of(result)?.points[i]),
      ]),
    ...set.points
      .filter(({ falseMatchesAllowed }) => falseMatchesAllowed === 0)
      .slice(0, 1)
      .map(({ fmr }): [string, (result: ContenderResult) => string] => [
        `FNMR at FMR ${fmr.toExponential(0)}, ${name}`,
        () => 'too few impostor pairs',
      ]),
  ];
}

const point = (at: OperatingPoint | undefined): string =>
  at === undefined || at.fnmr === null || at.interval === null
    ? ''
    : `${percent(at.fnmr)} (${at.interval.map((end) => (100 * end).toFixed(1)).join('–')})`;
const percent = (share: number | null) =>
  share === null ? 'too few pairs' : `${(100 * share).toFixed(2)} %`;
const small = (share: number, pairs: number) =>
  share === 0 ? `0 (none of ${pairs})` : share.toExponential(1);
const spread = ({ median, p95 }: Spread) => `${median.toFixed(1)} / ${p95.toFixed(1)}`;
const megabytes = (bytes: number) => (bytes / 1e6).toFixed(0);
