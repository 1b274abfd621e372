import { writeFile } from 'node:fs/promises';
import { issueTestCard } from '@honnin/card-simulator';
import { type Attempt, done, failed, reason } from '@honnin/outcome';
import { type Command, Option } from 'commander';
import { printJson } from '../command-line/answer.ts';
import { openProgressLine } from '../command-line/progress-line.ts';
import { cardHolderOf } from '../demo-town/card-holder-of.ts';
import { openTown } from '../demo-town/open-town.ts';
import { cardAction } from './card-action.ts';
import { townFolder } from './card-anchors.ts';
import { issueResidenceCard } from './residence-card-issue.ts';

interface IssueOptions {
  readonly persona: string;
  readonly out: string;
  readonly document: 'my-number-card' | 'residence-card';
  readonly generation: '1' | '2';
  readonly json?: true;
  readonly data?: string;
}

/** `honnin card issue` */
export function addCardIssue(card: Command): void {
  card
    .command('issue')
    .description('issue a simulated My Number card or residence card for a persona')
    .requiredOption('--persona <id>', 'who: a folder name in personas/people')
    .requiredOption('--out <file>', 'the card’s file')
    .addOption(
      new Option('--document <kind>', 'which card')
        .choices(['my-number-card', 'residence-card'])
        .default('my-number-card'),
    )
    .addOption(new Option('--generation <n>', 'of a residence card').choices(['1', '2']).default('2'))
    .option('--json', 'print one JSON object')
    .option('--data <folder>', 'Honnin’s data folder; the card is issued by its demo town')
    .addHelpText('after', '\nExample:\n  honnin card issue --persona sato --out sato.json')
    .action(cardAction(issue));
}

async function issue(options: IssueOptions): Promise<Attempt<unknown>> {
  const now = new Date();
  using line = openProgressLine(process.stderr);
  const town = await openTown({
    directory: townFolder(options.data),
    now,
    progress: (made, of) => line.show(`founding the demo town: card ${made} of ${of}`, made / of),
  });
  if (options.document === 'residence-card') {
    const { persona, generation, out } = options;
    return done(await issueResidenceCard({ town, persona, generation, out, now }));
  }
  const person = town.people.find(({ id }) => id === options.persona);
  if (person === undefined)
    return failed(reason('no-such-persona', `choose one of: ${town.people.map(({ id }) => id).join(' ')}`));
  const issued = await issueTestCard({
    authority: town.authority,
    holder: await cardHolderOf(person, now),
    now,
  });
  await writeFile(options.out, `${JSON.stringify(issued.record)}\n`, { mode: 0o600 });
  const { printed } = issued.record;
  if (options.json) return done(printJson({ status: 'done', file: options.out, printed }));
  return done(
    process.stdout.write(
      `${options.out}: a test card for ${person.name} (PIN ${person.card.pin ?? 'none'})\n`,
    ),
  );
}
