import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { namedFaultPlans } from './named-fault-plans.ts';
import { parseFaultPlan } from './parse-fault-plan.ts';

describe('parseFaultPlan', () => {
  it.each(Object.entries(namedFaultPlans))(
    'takes the plan %s after a journey through JSON',
    (_name, plan) => {
      expect(parseFaultPlan(JSON.parse(JSON.stringify(plan)))).toEqual({ status: 'done', value: plan });
    },
  );

  it('takes the plan that the README shows', async () => {
    const text = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
    const [, plan = ''] = /^```json\n(.*?)^```$/ms.exec(text) ?? [];
    expect(parseFaultPlan(JSON.parse(plan)).status).toBe('done');
  });

  const good = { format: 'honnin-faults/1', faults: [] };
  it.each([
    ['nothing', null],
    ['another format', { ...good, format: 'honnin-faults/2' }],
    ['a fault that nobody knows', { ...good, faults: [{ at: { command: 1 }, fault: { kind: 'melted' } }] }],
    ['a place that is none', { ...good, faults: [{ at: {}, fault: { kind: 'response-dropped' } }] }],
    ['command 0', { ...good, faults: [{ at: { command: 0 }, fault: { kind: 'response-dropped' } }] }],
    ['a bit rate that no reader has', { ...good, air: { bitsPerSecond: 300_000 } }],
    [
      'a ninth bit',
      { ...good, flippedBits: [{ application: 'D392F000260100000001', file: '000A', byte: 0, bit: 8 }] },
    ],
    ['a word too many', { ...good, colour: 'red' }],
  ])('refuses %s', (_what, plan) => {
    expect(parseFaultPlan(plan)).toMatchObject({
      status: 'failed',
      reason: { code: 'fault-plan-malformed' },
    });
  });
});
