import path from 'node:path';
import { logRedaction } from '@honnin/eligibility';
import type { Command } from 'commander';
import { prepareReception } from '../services/prepare-reception.ts';
import { runService } from '../services/run-service.ts';
import { readServiceSection } from '../services/service-section.ts';
import { startReception } from '../services/start-reception.ts';
import { addServe } from './serve-options.ts';

/** `honnin reception …` */
export function addReceptionCommands(program: Command): void {
  const reception = program.command('reception').description('the hospital’s hub');
  addServe(reception, 'receive visits, write the hospital’s files, serve the console', async (given) => {
    const folder = path.join(given.data, 'reception');
    await runService(logRedaction.paths, async (surroundings) => {
      const section = await readServiceSection(given.config, 'reception');
      if (section.status === 'failed') return section;
      const prepared = await prepareReception(section.value);
      if (prepared.status === 'failed') return prepared;
      const databaseUrl = process.env['DATABASE_URL'];
      return startReception(prepared.value, { folder, databaseUrl }, surroundings);
    });
  });
}
