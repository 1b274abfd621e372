import { isMatchingNumberParts, matchingNumberB } from '@honnin/card';
import { type Attempt, done, failed, reason } from '@honnin/outcome';
import type { Command } from 'commander';
import { type openSecretSources, secretSources } from './card-secret.ts';
import type { CardSource } from './card-source.ts';

/** Options of every command that reads a card. */
export interface CardOptions {
  readonly json?: true;
  readonly card?: string;
  readonly reader?: string;
  readonly data?: string;
}

/** Options of those that need what is printed on it. */
export interface PrintedOptions extends CardOptions {
  readonly birth?: string;
  readonly expiry?: string;
  readonly code?: string;
  readonly stdin?: true;
}

/** Adds them, with an example under the help. */
export function addCardOptions(command: Command, example: string): Command {
  return command
    .option('--json', 'print one JSON object')
    .option('--card <file>', 'a simulated card’s file instead of a reader')
    .option('--reader <name>', 'the reader, or the beginning of its name')
    .option('--data <folder>', 'Honnin’s data folder; the anchors of its demo town are trusted')
    .addHelpText('after', `\nExample:\n  ${example.replaceAll('\n', '\n  ')}`);
}

export function addPrintedOptions(command: Command, example: string): Command {
  return addCardOptions(command, example)
    .option('--birth <yyyy-mm-dd>', 'birth date as printed on the card')
    .option('--expiry <yyyy>', 'year of expiry as printed on the card')
    .option('--code <nnnn>', 'security code as printed on the card')
    .option(
      '--stdin',
      'take the 14 digits of matching number B (birth date in era years, expiry year, code) from standard input; ' +
        'they may stand in HONNIN_CARD_NUMBER too',
    );
}

/**
 * Matching number B: from the options, the card’s file, standard input, the environment, or (with `ask`)
 * typed at the terminal. Null where nothing gives it and nobody is to be asked.
 */
export async function matchingNumberOf(
  options: PrintedOptions,
  source: CardSource,
  secrets: ReturnType<typeof openSecretSources>,
  wish: 'as-given' | 'ask',
): Promise<Attempt<Uint8Array | null>> {
  const { birth, expiry, code } = options;
  if ([birth, expiry, code].some((part) => part !== undefined)) {
    const parts = { birthDate: birth ?? '', expiryYear: Number(expiry), securityCode: code ?? '' };
    return isMatchingNumberParts(parts)
      ? done(matchingNumberB(parts))
      : failed(reason('matching-number-incomplete'));
  }
  const { environment, input } = secretSources();
  const variable = 'HONNIN_CARD_NUMBER';
  if (options.stdin !== true && environment[variable] === undefined) {
    const { printed } = source;
    if (printed !== null) {
      const expiryYear = Number(printed.expiryDate.slice(0, 4));
      const { birthDate, securityCode } = printed;
      return done(matchingNumberB({ birthDate, expiryYear, securityCode }));
    }
    if (wish === 'as-given') return done(null);
    if (input.isTTY !== true) return failed(reason('matching-number-incomplete'));
  }
  return secrets.get({
    question: 'Birth date in era years, expiry year and security code (14 digits)',
    variable,
    fromInput: options.stdin === true,
  });
}
