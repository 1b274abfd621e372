import { describe, expect, it } from 'vitest';
import { accuracyOf } from './accuracy.ts';
import { contenders } from './contenders.ts';
import { type PeersResult, peersReport } from './peers-report.ts';

const pictures = Array.from({ length: 60 }, (_, i) => ({ file: `${i}`, person: `${i >> 1}` }));
const pairs = Array.from({ length: 30 }, (_, person) => ({ a: 2 * person, b: 2 * person + 1, same: true }));
const templates = pictures.map((_, i) => Float32Array.of(Math.cos(i >> 1), Math.sin(i >> 1)));

const result: PeersResult = {
  pictures: 60,
  people: 30,
  photographs: false,
  empty: { readyMs: 100, peakBytes: 80e6 },
  missing: ['a library, npm ci failed'],
  results: contenders.map((contender) => ({
    contender,
    failures: { noFace: 3, threw: 0 },
    accuracy: accuracyOf(
      contender,
      templates,
      { pictures, pairs },
      templates.map(() => true),
    ),
    latency: { elapsed: { median: 20, p95: 40 }, processor: { median: 15, p95: 30 } },
    startUp: { readyMs: 500, firstTemplateMs: 700, libraryMs: 300, libraryProcessorMs: 250 },
    peakBytes: 250e6,
    install: { bytes: 131e6, packages: 16 },
    modelBytes: 9e6,
  })),
};

describe('peersReport', () => {
  it('gives every library a cell in every row', () => {
    const rows = peersReport(result)
      .split('\n')
      .filter((line) => line.startsWith('|'));
    expect(rows.length).toBeGreaterThan(15);
    for (const row of rows) expect(row.split('|')).toHaveLength(contenders.length + 3);
  });

  it('does not pass rendered people off as evidence, nor one false match as a rate, nor a failure as nothing', () => {
    const text = peersReport(result);
    expect(text).toContain('no evidence of accuracy');
    expect(text).toContain('FMR 1e-3, all pairs (only 1 false matches wide)');
    expect(text).toContain('| FNMR at FMR 1e-4, all pairs | too few impostor pairs |');
    expect(text).toContain('Not measured: a library, npm ci failed');
    expect(peersReport({ ...result, photographs: true, missing: [] })).not.toMatch(
      /no evidence|Not measured/,
    );
  });
});
