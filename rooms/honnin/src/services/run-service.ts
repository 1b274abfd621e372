import type { Attempt, Reason } from '@honnin/outcome';
import { type Logger, pino } from 'pino';
import { tellFailure } from '../command-line/answer.ts';
import { hearInterruption } from '../command-line/hear-interruption.ts';
import { ResourceStack } from '../demo/resource-stack.ts';

/** What a service is started with. */
export interface ServiceSurroundings {
  /** Whatever is put here is stopped when the service ends, in reverse order. */
  readonly stack: ResourceStack;
  readonly log: Logger;
  readonly clock: () => Date;
  readonly progress: (step: string) => void;
}

/** A service that runs. */
export interface RunningService {
  /** What to tell the operator: addresses, rules. */
  readonly lines: readonly string[];
  /** Settles when it cannot go on. */
  readonly lost: Promise<Reason>;
}

/**
 * Runs one service in this process until it is interrupted, and stops everything in order. A service that cannot
 * start or go on ends with exit code 1, so that whatever supervises it can start it again. The log goes to the
 * error stream as JSON lines.
 */
export async function runService(
  redact: readonly string[],
  start: (surroundings: ServiceSurroundings) => Promise<Attempt<RunningService>>,
): Promise<void> {
  using interruption = hearInterruption();
  const log = pino(
    { level: process.env['HONNIN_LOG'] ?? 'warn', redact: { paths: [...redact], censor: '…' } },
    pino.destination({ dest: 2, sync: true }),
  );
  await using stack = new ResourceStack();
  const progress = (step: string) => process.stdout.write(`  ${step}\n`);
  // An interruption during the start counts too: the start is finished, then everything is stopped in order.
  const running = await start({ stack, log, clock: () => new Date(), progress });
  if (running.status === 'failed') return tellFailure(running.reason, false);
  process.stdout.write(`${running.value.lines.join('\n')}\nCtrl-C stops it.\n`);
  const lost = await Promise.race([interruption.heard.then(() => null), running.value.lost]);
  if (lost !== null) tellFailure(lost, false);
  process.stdout.write('stopping …\n');
  await stack[Symbol.asyncDispose]();
  process.stdout.write('stopped\n');
}
