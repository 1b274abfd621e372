import { type Attempt, done, failed, reason } from '@honnin/outcome';
import type { Command } from 'commander';
import { printJson } from '../command-line/answer.ts';
import { dataFolder } from '../command-line/data-folder.ts';
import { cardAction } from './card-action.ts';
import { openReaders } from './card-source.ts';

interface ListOptions {
  readonly json?: true;
  readonly data?: string;
}

/** `honnin card list` */
export function addCardList(card: Command): void {
  card
    .command('list')
    .description('the readers of this machine and what lies on them')
    .option('--json', 'print one JSON object')
    .option('--data <folder>', 'Honnin’s data folder')
    .addHelpText('after', '\nExample:\n  honnin card list --json')
    .action(cardAction(list));
}

async function list(options: ListOptions): Promise<Attempt<unknown>> {
  const readers = await openReaders(dataFolder(options.data, process.env));
  if (readers.status === 'failed') return readers;
  await using open = readers.value;
  const states = await open.list();
  if (states.status === 'failed') return states;
  if (options.json) return done(printJson({ readers: states.value }));
  if (states.value.length === 0) return failed(reason('reader-missing'));
  for (const { readerName, card } of states.value) process.stdout.write(`${readerName}: ${card}\n`);
  return done(null);
}
