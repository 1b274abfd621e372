import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { loadRecords } from '@honnin/eligibility';
import { type Attempt, done, failed, reason } from '@honnin/outcome';
import type { Command } from 'commander';
import { tellFailure } from '../command-line/answer.ts';
import { dataFolder } from '../command-line/data-folder.ts';
import { hearInterruption } from '../command-line/hear-interruption.ts';
import { openEligibilityStore } from './eligibility-store.ts';

/** `honnin eligibility load FILE` */
export function addEligibilityLoad(eligibility: Command): void {
  eligibility
    .command('load')
    .description('load institutions and people (CountryRecords, JSON): all of the file, or nothing')
    .argument('<file>', 'what is known under the same code or id is replaced')
    .option('--data <folder>', 'Honnin’s data folder, when DATABASE_URL is not set')
    .action(async (file: string, options: { data?: string }) => {
      const records = await readRecords(file);
      if (records.status === 'failed') return tellFailure(records.reason, false);
      // Whoever interrupts waits for the commit, and then for the database to stop in order.
      using _ = hearInterruption();
      const folder = path.join(dataFolder(options.data, process.env), 'eligibility');
      const store = await openEligibilityStore(folder, process.env['DATABASE_URL']);
      if (store.status === 'failed') return tellFailure(store.reason, false);
      await using open = store.value;
      const loaded = await loadRecords(open.pool, records.value);
      if (loaded.status === 'failed') return tellFailure(loaded.reason, false);
      const { institutions, people, certificates, coverages } = loaded.value;
      process.stdout.write(
        `loaded ${institutions} institutions, ${people} people, ${certificates} certificates, ${coverages} coverages\n`,
      );
    });
}

async function readRecords(file: string): Promise<Attempt<unknown>> {
  try {
    return done(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    // The parser's message quotes the text, and the text holds names.
    if (error instanceof SyntaxError) return failed(reason('records-malformed', `${file}: not JSON`));
    return failed(reason('file-unreadable', `${file}: ${(error as NodeJS.ErrnoException).code ?? 'error'}`));
  }
}
