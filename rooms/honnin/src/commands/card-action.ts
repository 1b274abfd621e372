import type { Attempt } from '@honnin/outcome';
import { tellFailure } from '../command-line/answer.ts';

/** What a command of `honnin card` does; it prints its own answer, and fails with what the failure book has. */
export type CardAction<Options> = (options: Options) => Promise<Attempt<unknown>>;

/** After these the driver still holds a call, and would hold the process too. */
const hanging = ['card-not-answering', 'reader-hanging'];

/** Runs it: tells its failure, and ends past a reader that hangs. */
export function cardAction<Options extends { readonly json?: true }>(
  action: CardAction<Options>,
): (options: Options) => Promise<void> {
  return async (options) => {
    const outcome = await action(options);
    if (outcome.status === 'done') return;
    tellFailure(outcome.reason, options.json === true);
    if (hanging.includes(outcome.reason.code)) {
      await new Promise((resolve) => process.stdout.write('', resolve));
      process.exit(process.exitCode);
    }
  };
}
