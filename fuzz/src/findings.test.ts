import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fuzzTargets } from './fuzz-targets.ts';
import { findingsFolder } from './keep-finding.ts';

describe.each(fuzzTargets)('$name', (target) => {
  it('reads its samples and everything that was ever found to break it', async () => {
    const folder = path.join(findingsFolder, target.name);
    const kept = existsSync(folder) ? await readdir(folder) : [];
    const samples = await target.samples();
    expect(samples.length).toBeGreaterThan(0);
    for (const input of samples) await target.read(input);
    for (const file of kept) await target.read(await readFile(path.join(folder, file)));
  });
});
