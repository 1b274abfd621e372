import path from 'node:path';
import { logRedaction } from '@honnin/eligibility';
import type { Command } from 'commander';
import { prepareEligibility } from '../services/prepare-eligibility.ts';
import { runService } from '../services/run-service.ts';
import { readServiceSection } from '../services/service-section.ts';
import { startEligibility } from '../services/start-eligibility.ts';
import { addServe } from './serve-options.ts';

/** `honnin eligibility serve` */
export function addEligibilityServe(eligibility: Command): void {
  addServe(eligibility, 'answer reception’s questions until Ctrl-C', async ({ config, data }) => {
    const folder = path.join(data, 'eligibility');
    await runService(logRedaction.paths, async (surroundings) => {
      const section = await readServiceSection(config, 'eligibility');
      if (section.status === 'failed') return section;
      const prepared = await prepareEligibility(section.value);
      if (prepared.status === 'failed') return prepared;
      const databaseUrl = process.env['DATABASE_URL'];
      return startEligibility(prepared.value, { folder, databaseUrl }, surroundings);
    });
  });
}
