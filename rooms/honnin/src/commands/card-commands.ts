import type { Command } from 'commander';
import { addCardAttributes } from './card-attributes.ts';
import { addCardCertificates } from './card-certificates.ts';
import { addCardIssue } from './card-issue.ts';
import { addCardList } from './card-list.ts';
import { addCardPin } from './card-pin.ts';
import { addCardRead } from './card-read.ts';
import { addCardSign } from './card-sign.ts';
import { addCardSimulate } from './card-simulate.ts';

/** `honnin card …` */
export function addCardCommands(program: Command): void {
  const card = program
    .command('card')
    .description('readers, My Number cards, and simulated cards')
    .addHelpText(
      'after',
      '\nNo PIN, password or matching number is taken as an argument: they are asked for without echo, or come from' +
        '\nthe environment (HONNIN_CARD_SECRET, HONNIN_CARD_NEW_SECRET, HONNIN_CARD_NUMBER) or standard input (--stdin).',
    );
  addCardList(card);
  addCardRead(card);
  addCardAttributes(card);
  addCardCertificates(card);
  addCardPin(card);
  addCardSign(card);
  addCardIssue(card);
  addCardSimulate(card);
}
