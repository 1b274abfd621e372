import type { ChangeableSecretName, SecretName } from '@honnin/card';
import { type Attempt, done, failed, reason } from '@honnin/outcome';
import { type Command, Option } from 'commander';
import { printJson } from '../command-line/answer.ts';
import { cardAction } from './card-action.ts';
import { addCardOptions, type CardOptions } from './card-options.ts';
import { openSecretSources, secretSources } from './card-secret.ts';
import { triesLeftText } from './tries-left-text.ts';
import { withMyNumberCard } from './with-my-number-card.ts';

const secretNames: readonly SecretName[] = [
  'authentication-pin',
  'signature-password',
  'text-input-pin',
  'matching-number-b',
  'matching-number-a',
  'birth-date',
  'text-input-matching-number-b',
  'text-input-matching-number-a',
  'common-pin',
  'resident-register-pin',
];
const changeable: readonly ChangeableSecretName[] = [
  'authentication-pin',
  'signature-password',
  'text-input-pin',
  'common-pin',
  'resident-register-pin',
];

interface ChangeOptions extends CardOptions {
  readonly secret: ChangeableSecretName;
  readonly stdin?: true;
  readonly spendLastTry?: true;
}

/** `honnin card pin …` */
export function addCardPin(card: Command): void {
  const pin = card
    .command('pin')
    .description('how many tries the secrets of a card have left, and changing one');
  addCardOptions(pin.command('status'), 'honnin card pin status --json')
    .description('ask every counter; this spends nothing')
    .action(cardAction(status));
  addCardOptions(
    pin.command('change'),
    'honnin card pin change --secret authentication-pin\n' +
      "printf '1234\\n4321\\n' | honnin card pin change --secret authentication-pin --stdin",
  )
    .description('set a new PIN or password, knowing the one that holds')
    .addOption(new Option('--secret <name>', 'which one').choices(changeable).default('authentication-pin'))
    .option(
      '--stdin',
      'take the present and the new one from standard input, a line each; else they are asked for, or stand in HONNIN_CARD_SECRET and HONNIN_CARD_NEW_SECRET',
    )
    .option('--spend-last-try', 'present the present one even when a wrong one would lock it')
    .action(cardAction(change));
}

async function status(options: CardOptions): Promise<Attempt<unknown>> {
  return withMyNumberCard(options, async (card) => {
    const triesLeft: Record<string, number | null> = {};
    for (const name of secretNames) {
      const tries = await card.triesLeft(name);
      if (tries.status === 'failed' && tries.reason.code !== 'card-file-missing') return tries;
      triesLeft[name] = tries.status === 'done' ? tries.value : null;
    }
    if (options.json) return done(printJson({ status: 'done', triesLeft }));
    for (const [name, tries] of Object.entries(triesLeft))
      process.stdout.write(
        `${name}: ${tries === null ? 'not on this card' : tries === 0 ? 'locked' : tries}\n`,
      );
    return done(null);
  });
}

async function change(options: ChangeOptions): Promise<Attempt<unknown>> {
  return withMyNumberCard(options, async (card) => {
    const left = await triesLeftText(card, options.secret, options.spendLastTry === true);
    if (left.status === 'failed') return left;
    using secrets = openSecretSources(secretSources());
    const fromInput = options.stdin === true;
    const current = await secrets.get({
      question: `${options.secret} that holds now (${left.value})`,
      variable: 'HONNIN_CARD_SECRET',
      fromInput,
    });
    if (current.status === 'failed') return current;
    const next = await secrets.get({
      question: `new ${options.secret}`,
      variable: 'HONNIN_CARD_NEW_SECRET',
      fromInput,
    });
    if (next.status === 'failed') return next;
    const changed = await card.changeSecret(
      options.secret,
      { current: current.value, next: next.value },
      { spendLastTry: options.spendLastTry === true },
    );
    current.value.fill(0);
    next.value.fill(0);
    if (changed.status === 'failed') return changed;
    if (changed.value.kind === 'locked') return failed(reason('pin-locked'));
    if (changed.value.kind === 'wrong')
      return failed(reason('pin-wrong', `tries left: ${changed.value.triesLeft}`));
    if (options.json) return done(printJson({ status: 'done', changed: options.secret }));
    return done(process.stdout.write(`${options.secret}: the new one holds now\n`));
  });
}
