import { verifyTextAttributes } from '@honnin/identification';
import { type Attempt, done } from '@honnin/outcome';
import type { Command } from 'commander';
import { printJson } from '../command-line/answer.ts';
import { cardAction } from './card-action.ts';
import { cardAnchorsOf } from './card-anchors.ts';
import { addPrintedOptions, matchingNumberOf, type PrintedOptions } from './card-options.ts';
import { openSecretSources, secretSources } from './card-secret.ts';
import { tellTrust, trustOf } from './card-trust.ts';
import { withMyNumberCard } from './with-my-number-card.ts';

interface AttributesOptions extends PrintedOptions {
  readonly pin?: true;
  readonly secureMessaging?: true;
  readonly spendLastTry?: true;
}

/** `honnin card attributes` */
export function addCardAttributes(card: Command): void {
  addPrintedOptions(
    card.command('attributes'),
    'honnin card attributes --pin --secure-messaging\nHONNIN_CARD_SECRET=1234 honnin card attributes --pin --json',
  )
    .description(
      'name, address, birth date and sex as the chip holds them, and whether the issuer signed them',
    )
    .option('--pin', 'open them with the text-input PIN (asked for, or HONNIN_CARD_SECRET, or --stdin)')
    .option('--secure-messaging', 'have them sent encrypted between chip and reader')
    .option('--spend-last-try', 'present the secret even when a wrong one would lock it')
    .action(cardAction(attributes));
}

async function attributes(options: AttributesOptions): Promise<Attempt<unknown>> {
  return withMyNumberCard(options, async (card, open) => {
    using secrets = openSecretSources(secretSources());
    const wish = {
      question: 'Text-input PIN (4 digits)',
      variable: 'HONNIN_CARD_SECRET',
      fromInput: options.stdin === true,
    };
    const secret = options.pin
      ? await secrets.get(wish)
      : await matchingNumberOf(options, open, secrets, 'ask');
    if (secret.status === 'failed') return secret;
    const value = secret.value ?? new Uint8Array();
    const read = await card.readTextAttributes(
      options.pin ? { textInputPin: value } : { matchingNumberB: value },
      {
        spendLastTry: options.spendLastTry === true,
        protection: options.secureMessaging ? 'secure-messaging' : 'clear',
      },
    );
    value.fill(0);
    if (read.status === 'failed') return read;
    const issuer = await card.readTextInputIssuer();
    if (issuer.status === 'failed') return issuer;
    const { textInput } = await cardAnchorsOf(options.data);
    const verdict = verifyTextAttributes({
      attributes: read.value,
      issuerCertificate: issuer.value,
      anchors: textInput,
    });
    const { name, address, birthDate, sex } = read.value;
    const trust = trustOf(verdict);
    if (options.json) return done(printJson({ ...trust, attributes: { name, address, birthDate, sex } }));
    const lines = [name, address, `born ${birthDate}, sex ${sex}`, tellTrust(trust)];
    return done(process.stdout.write(`${lines.join('\n')}\n`));
  });
}
