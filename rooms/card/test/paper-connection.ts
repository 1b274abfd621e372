import { type Attempt, done } from '@honnin/outcome';
import type { CardConnection } from '../src/apdu/card-connection.ts';
import type { PaperCard } from './paper-card.ts';

/** A session with a paper card; `alter` may replace the answer to a command (or let it fail). */
export function paperConnection(
  card: PaperCard,
  alter?: (commandHex: string, answer: Uint8Array) => Attempt<Uint8Array> | undefined,
): CardConnection {
  return {
    readerName: 'Paper 00',
    atr: card.atr,
    async transmit(command) {
      const hex = Buffer.from(command).toString('hex');
      const answer = card.answer(command);
      return alter?.(hex, answer) ?? done(answer);
    },
    async [Symbol.asyncDispose]() {},
  };
}
