import { execFileSync } from 'node:child_process';
import { availableParallelism, cpus } from 'node:os';
import type { Measurement } from './measure.ts';

/** One line of the report: a measurement and, where the project has set one, its budget. */
export interface Line extends Measurement {
  readonly budget?: { readonly of: 'processorMs' | 'wallMs'; readonly limit: number };
}

/** A part of the report: lines of the usual table, or Markdown of its own. */
export interface Section {
  readonly title: string;
  readonly result: readonly Line[] | string;
}

const commit = () => {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  } catch {
    return 'no commit';
  }
};

/** The report as Markdown: machine, commit, and each step in milliseconds and in reference units. */
export function report(unit: Measurement, sections: readonly Section[]): string {
  const [processor] = cpus();
  const head = [
    `commit ${commit()}, Node.js ${process.versions.node}, ${processor?.model ?? 'processor not named'}, ${availableParallelism()} of them`,
    `reference unit: ${unit.name}, ${unit.processorMs.toFixed(1)} ms of processor time`,
    '',
  ];
  const tables = sections.flatMap(({ title, result }) => [
    `### ${title}`,
    '',
    ...(typeof result === 'string'
      ? [result]
      : [
          '| step | processor ms | in units | elapsed ms | 95 % | budget | runs |',
          '|---|---:|---:|---:|---:|---|---:|',
          ...result.map((line) => row(line, unit)),
          '',
        ]),
  ]);
  return [...head, ...tables].join('\n');
}

function row(line: Line, unit: Measurement): string {
  const { name, processorMs, wallMs, wall95Ms, runs, budget } = line;
  const units = (processorMs / unit.processorMs).toFixed(3);
  const met =
    budget === undefined
      ? ''
      : `${budget.limit} ${budget.of === 'wallMs' ? 'elapsed' : 'processor'}: ${line[budget.of] <= budget.limit ? 'kept' : 'MISSED'}`;
  return `| ${name} | ${processorMs.toFixed(2)} | ${units} | ${wallMs.toFixed(2)} | ${wall95Ms.toFixed(2)} | ${met} | ${runs} |`;
}
