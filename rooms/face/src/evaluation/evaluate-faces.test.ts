import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { ModelManifest } from '../manifest/model-manifest.ts';
import { shippedManifest } from '../manifest/shipped-manifest.ts';
import { calibrateManifest } from './calibrate-manifest.ts';
import { evaluateFaces, type FaceEvaluationOptions } from './evaluate-faces.ts';
import { EvaluationReport } from './evaluation-report.ts';
import type { FaceProcesses } from './face-processes.ts';
import type { GatheredImages } from './gather-images.ts';
import { createRandomSource } from './random-source.ts';
import { renderReportPage } from './report-page.ts';
import { summariseReport } from './summarise-report.ts';

const [people, each] = [40, 6];

/** Stands for the engine: everybody has a face of their own, each image some noise; one image has no face. */
function madeUpProcesses(): FaceProcesses {
  return {
    processes: 2,
    processorMs: 0,
    async run(task) {
      if (task.kind !== 'template') throw new Error('only templates');
      if (task.file.endsWith('p3/0.jpg')) return { kind: 'failed', reason: { code: 'no-face' } };
      const [, person = '', image = ''] = /p(\d+)\/(\d+)/.exec(task.file) ?? [];
      const own = createRandomSource(Number(person) + 1);
      const noise = createRandomSource(1000 * Number(person) + Number(image) + (task.chip ? 500_000 : 0));
      const raw = Float32Array.from({ length: 32 }, () => own() - 0.5 + 0.9 * (noise() - 0.5));
      const norm = Math.hypot(...raw);
      return { kind: 'template', vector: raw.map((v) => v / norm), norm };
    },
    [Symbol.asyncDispose]: async () => undefined,
  };
}

function gathered(): GatheredImages {
  const images = Array.from({ length: people * each }, (_, i) => {
    const name = `p${Math.floor(i / each)}/${i % each}.jpg`;
    return { name, file: `/root/${name}`, lines: [] };
  });
  const pair = (a: number, b: number, same: boolean, line: number) => ({
    line,
    a,
    b,
    same,
    group: Math.floor(a / each) < 20 ? '<b>' : 'second',
    fold: null,
  });
  const genuine = Array.from({ length: people }, (_, p) => pair(p * each, p * each + 1, true, p + 2));
  const impostor = Array.from({ length: people }, (_, p) =>
    pair(p * each, (((p + 1) % 20) + (p < 20 ? 0 : 20)) * each, false, p + 42),
  );
  return { images, pairs: [...genuine, ...impostor] };
}

function options(more: Partial<FaceEvaluationOptions> = {}): FaceEvaluationOptions {
  return {
    processes: madeUpProcesses(),
    manifest: shippedManifest,
    gathered: gathered(),
    pairsFile: 'pairs.csv',
    folders: false,
    chip: false,
    live: null,
    resamples: 200,
    seed: 1,
    now: () => 0,
    date: () => new Date('2026-01-01T00:00:00Z'),
    ...more,
  };
}

describe('evaluateFaces', () => {
  it('counts the listed pairs, and a pair without a template as refused at every threshold', async () => {
    const report = await evaluateFaces(options());
    expect(Value.Errors(EvaluationReport, report)).toEqual([]);
    expect(report).toMatchObject({
      genuinePairs: 40,
      genuineNotCompared: 1,
      impostorPairs: 40,
      impostorNotCompared: 2,
      failedToProcess: 1,
    });
    expect(report.failures).toEqual([{ image: 'p3/0.jpg', lines: [], code: 'no-face', detail: null }]);
    const [first] = report.rates;
    expect(first?.threshold).toBeNull();
    const { atShipped } = report;
    expect(atShipped.fnmr).toBeCloseTo(((atShipped.fnmrCompared ?? 0) * 39 + 1) / 40, 12);
  });

  it('with folders compares every two images of different people', async () => {
    const report = await evaluateFaces(options({ folders: true }));
    const images = people * each;
    expect(report.impostorPairs).toBe((images * (images - each)) / 2);
    expect(report.impostorNotCompared).toBe(images - each);
    expect(report.data.people).toBe(people);
    for (const { fmr, threshold, falseMatches } of report.rates.slice(0, 3)) {
      expect(threshold).not.toBeNull();
      expect(falseMatches).toBeLessThanOrEqual(fmr * (report.impostorPairs - report.impostorNotCompared));
    }
    // Within a group: twenty people against one another, the image without a face left out.
    expect(report.groups.map(({ group, people: of }) => [group, of])).toEqual([
      ['<b>', 20],
      ['second', 20],
    ]);
    const within = (20 * each * (19 * each)) / 2;
    expect(report.groups.map(({ impostorPairs }) => impostorPairs)).toEqual([within - 19 * each, within]);
  });

  it('compares chip photos with images in one direction only', async () => {
    const report = await evaluateFaces(options({ folders: true, chip: true }));
    expect(report.data.protocol).toBe('chip-image');
    expect(report.impostorPairs).toBe(people * each * (people - 1) * each);
  });

  it('decides on means of other images, which refuses fewer', async () => {
    const single = await evaluateFaces(options({ folders: true }));
    const mean = await evaluateFaces(options({ folders: true, live: 4 }));
    expect(Value.Errors(EvaluationReport, mean)).toEqual([]);
    expect(mean.data.protocol).toBe('photo-mean');
    // Every image is the photo once; person 3 has five usable images, four of them beside each of them.
    expect(mean.genuinePairs).toBe(people * each);
    expect(mean.rates[1]?.fnmrCompared ?? 1).toBeLessThan(single.rates[1]?.fnmrCompared ?? 0);
  });

  it('answers the same for the same seed', async () => {
    expect(await evaluateFaces(options({ folders: true }))).toEqual(
      await evaluateFaces(options({ folders: true })),
    );
  });

  it('overwrites every template once it is scored', async () => {
    const seen: Float32Array[] = [];
    const processes = madeUpProcesses();
    const run: FaceProcesses['run'] = async (task) => {
      const answer = await processes.run(task);
      if (answer.kind === 'template') seen.push(answer.vector);
      return answer;
    };
    await evaluateFaces(options({ folders: true, live: 2, chip: true, processes: { ...processes, run } }));
    expect(seen).toHaveLength(2 * people * each - 2);
    expect(seen.every((vector) => vector.every((v) => v === 0))).toBe(true);
  });

  it('stops when it is told to', async () => {
    await expect(evaluateFaces(options({ signal: AbortSignal.abort() }))).rejects.toThrow('abort');
  });
});

describe('the report', () => {
  it('is one page that fetches nothing, and shows names as text only', async () => {
    const report = await evaluateFaces(options({ folders: true }));
    const page = renderReportPage(report, new Map([['p3/0.jpg', Uint8Array.of(1, 2, 3)]]));
    expect(page).not.toMatch(/<script|<link|src="(?!data:)|href=|url\(|<b>\s*<|NaN|undefined/);
    expect(page).toContain('&#60;b&#62;');
    expect(page).toContain('data:image/jpeg;base64,AQID');
    expect(renderReportPage(report, null)).not.toContain('<img');
  });

  it('can be drawn when there is next to nothing in it', async () => {
    const { images } = gathered();
    const report = await evaluateFaces(options({ gathered: { images: images.slice(0, 2), pairs: [] } }));
    expect(Value.Errors(EvaluationReport, report)).toEqual([]);
    expect(renderReportPage(report, null)).not.toMatch(/NaN|undefined|Infinity/);
    expect(summariseReport(report)).toMatchObject({
      genuinePairs: 0,
      impostorPairs: 0,
      aucRoc: null,
      accuracy: null,
      fnmrAtFmr: { '1e-2': null, '1e-3': null, '1e-4': null, '1e-5': null },
      fmrAtShippedThreshold: null,
      fnmrAtShippedThreshold: null,
    });
  });
});

describe('calibrateManifest', () => {
  it('writes supported thresholds for everybody and each group, and ships the highest that any needs', async () => {
    const report = await evaluateFaces(options({ folders: true }));
    const found = calibrateManifest(shippedManifest, report, '/out');
    if (found.status === 'failed') throw new Error(found.reason.code);
    const manifest = found.value;
    expect(Value.Check(ModelManifest, manifest)).toBe(true);
    expect(manifest.thresholds.map(({ group }) => group)).toEqual(['everybody in the set', '<b>', 'second']);
    // 27,846 pairs support 1 in 1,000 and no less.
    expect(manifest.shipped.falseMatchRate).toBe(1e-3);
    const needed = manifest.thresholds.flatMap(({ entries }) =>
      entries.filter(({ falseMatchRate }) => falseMatchRate === 1e-3).map(({ threshold }) => threshold),
    );
    expect(needed).toHaveLength(3);
    expect(manifest.shipped.threshold).toBe(Math.max(...needed));
  });

  it('refuses data that support no rate', async () => {
    const found = calibrateManifest(shippedManifest, await evaluateFaces(options()), '/out');
    expect(found).toMatchObject({ status: 'failed', reason: { code: 'evaluation-too-small' } });
  });
});
