import { describe, expect, it } from 'vitest';
import { fuzz } from './fuzz.ts';
import { fuzzTargets } from './fuzz-targets.ts';
import { keepFinding } from './keep-finding.ts';

/** A minute each where every commit is tested, a few seconds at a developer's desk; `npm run fuzz` takes ten minutes. */
const seconds = process.env['CI'] === 'true' ? 60 : 5;
const seed = Date.now() % 0x7fffffff;

describe.concurrent(`hostile bytes, ${seconds} s each, seed ${seed}`, () => {
  it.each(fuzzTargets)(
    '$name: no exception, hang or growth',
    { timeout: (seconds + 120) * 1000 },
    async ({ name }) => {
      const report = await fuzz({ name, seconds, seed });
      if (report.kind === 'finding')
        expect.fail(`${report.what}\ninput kept in ${await keepFinding(name, report.input)}`);
      expect(report.inputs).toBeGreaterThan(50);
    },
  );
});
