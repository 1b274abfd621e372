import { describe, expect, it } from 'vitest';
import { fuzz } from './fuzz.ts';

const planted = new URL('./planted-targets.fixture.ts', import.meta.url);

describe('fuzz', () => {
  it('finds an exception that was planted, and shrinks its input to what is needed', async () => {
    const report = await fuzz({ name: 'throws', targets: planted, seconds: 20, seed: 7 });
    if (report.kind !== 'finding') expect.fail('nothing was found');
    expect(report.what).toContain('planted');
    expect(report.input.length).toBe(9);
  });

  it('finds a hang, with the input that hung', async () => {
    const report = await fuzz({ name: 'hangs', targets: planted, seconds: 20, seed: 7, hangsAfterMs: 1_500 });
    if (report.kind !== 'finding') expect.fail('nothing was found');
    expect(report.what).toContain('hangs');
    expect(report.input.length).toBeGreaterThan(14);
  });

  it('finds memory that keeps growing', async () => {
    const report = await fuzz({ name: 'grows', targets: planted, seconds: 6, seed: 7 });
    if (report.kind !== 'finding') expect.fail('nothing was found');
    expect(report.what).toMatch(/memory grew|heap|memory/);
  });
});
