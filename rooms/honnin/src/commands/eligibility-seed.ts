import path from 'node:path';
import { loadRecords, seedCountry } from '@honnin/eligibility';
import { type Command, InvalidArgumentError } from 'commander';
import { tellFailure } from '../command-line/answer.ts';
import { dataFolder } from '../command-line/data-folder.ts';
import { hearInterruption } from '../command-line/hear-interruption.ts';
import { openProgressLine } from '../command-line/progress-line.ts';
import { randomBytes } from '../services/random-bytes.ts';
import { openEligibilityStore } from './eligibility-store.ts';

/** `honnin eligibility seed --persons N` */
export function addEligibilitySeed(eligibility: Command): void {
  eligibility
    .command('seed')
    .description('fill the service with fictional people, to try it at the size of a country')
    .requiredOption('--persons <number>', 'how many; the same numbers replace the same people', parseCount)
    .option('--data <folder>', 'Honnin’s data folder, when DATABASE_URL is not set')
    .action(async ({ persons, data }: { persons: number; data?: string }) => {
      using interruption = hearInterruption();
      const folder = path.join(dataFolder(data, process.env), 'eligibility');
      const store = await openEligibilityStore(folder, process.env['DATABASE_URL']);
      if (store.status === 'failed') return tellFailure(store.reason, false);
      await using open = store.value;
      using line = openProgressLine(process.stdout);
      const started = performance.now();
      let made = 0;
      const slices = seedCountry({
        persons,
        random: randomBytes,
        year: new Date().getUTCFullYear(),
        sliceSize: 2_000,
      });
      for (const slice of slices) {
        if (interruption.isHeard) break;
        const loaded = await loadRecords(open.pool, slice);
        if (loaded.status === 'failed') return tellFailure(loaded.reason, false);
        made += slice.people.length;
        const perSecond = Math.round(made / ((performance.now() - started) / 1000));
        line.show(`${made} of ${persons} people, ${perSecond} a second`, made / persons);
      }
      if (made < persons) {
        process.exitCode = 1;
        line.show(`stopped after ${made} of ${persons} people; those stay`, 1);
      }
    });
}

function parseCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > 200_000_000)
    throw new InvalidArgumentError('a number from 1 to 200000000');
  return count;
}
