import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { shippedManifest } from '../manifest/shipped-manifest.ts';
import { evaluateClips } from './evaluate-clips.ts';
import type { FaceProcesses } from './face-processes.ts';
import { renderLivenessPage } from './liveness-page.ts';
import { LivenessReport } from './liveness-report.ts';

/** Answers what the clip's name ends with. */
const processes: FaceProcesses = {
  processes: 2,
  processorMs: 0,
  async run(task) {
    const [, word] = /-(\w+)$/.exec(task.file) ?? [];
    if (word === 'broken') return { kind: 'failed', reason: { code: 'image-not-processed' } };
    const status = word === 'verified' || word === 'rejected' ? word : 'undetermined';
    return { kind: 'liveness', status, scores: [0.5], reasons: [{ code: 'passive-liveness-only' }] };
  },
  [Symbol.asyncDispose]: async () => undefined,
};

function evaluate(names: readonly (readonly [kind: string | null, word: string, times: number])[]) {
  const clips = names.flatMap(([kind, word, times]) =>
    Array.from({ length: times }, (_, i) => {
      const name = `<${kind}>${i}-${word}`;
      return { name, file: name, kind };
    }),
  );
  return evaluateClips({
    processes,
    manifest: shippedManifest,
    clips,
    now: () => 0,
    date: () => new Date('2026-01-01T00:00:00Z'),
  });
}

describe('evaluateClips', () => {
  it('counts errors of those answered, non-responses of all, by kind and with the worst kind first', async () => {
    const report = await evaluate([
      [null, 'verified', 18],
      [null, 'rejected', 2],
      [null, 'undetermined', 5],
      ['print', 'rejected', 10],
      ['screen', 'verified', 1],
      ['screen', 'rejected', 3],
      ['screen', 'broken', 4],
    ]);
    expect(Value.Errors(LivenessReport, report)).toEqual([]);
    expect(report.bonafide).toMatchObject({
      clips: 25,
      answered: 20,
      errors: 2,
      errorRate: 0.1,
      nonResponseRate: 0.2,
    });
    expect(report.bonafide.interval?.low).toBeCloseTo(0.0123, 4);
    expect(report.bonafide.interval?.high).toBeCloseTo(0.317, 4);
    expect(
      report.attacks.map(({ kind, result }) => [kind, result.errorRate, result.nonResponseRate]),
    ).toEqual([
      ['screen', 0.25, 0.5],
      ['print', 0, 0],
    ]);
    expect(report.apcerWorst).toBe(0.25);
    const page = renderLivenessPage(report, null);
    expect(page).toContain('&#60;screen&#62;0-verified');
    expect(page).not.toMatch(/<script|<img|href=|NaN|undefined</);
  });

  it('says null where there is nothing to count', async () => {
    const report = await evaluate([['print', 'broken', 2]]);
    expect(report.bonafide).toMatchObject({
      clips: 0,
      errorRate: null,
      interval: null,
      nonResponseRate: null,
    });
    expect(report.apcerWorst).toBeNull();
    expect(renderLivenessPage(report, null)).not.toMatch(/NaN|null/);
  });
});
