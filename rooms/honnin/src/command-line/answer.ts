import type { Reason } from '@honnin/outcome';
import { findFailure } from '../failure-book/all-failures.ts';

/** Prints one JSON object as the command's last line, as every `--json` promises. */
export function printJson(answer: object): void {
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}

/**
 * Tells on the error stream what went wrong and what to do, in English, with the number of its page in the
 * failure book; with `json`, prints `{"status":"failed","reasons":[…]}` too. Sets exit code 1.
 */
export function tellFailure(reason: Reason, json: boolean): void {
  const failure = findFailure(reason.code);
  const number = failure === null ? '' : ` (${failure.number})`;
  const text = failure === null ? reason.code : `${failure.staff.en} ${failure.remedy.en}`;
  process.stderr.write(`${reason.code}${number}: ${text}\n`);
  if (reason.detail !== undefined) process.stderr.write(`  ${reason.detail}\n`);
  if (json) printJson({ status: 'failed', reasons: [reason] });
  process.exitCode = 1;
}
