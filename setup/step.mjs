import { spawnSync } from 'node:child_process';

/** Runs one step of the set-up and says how long it took; its output is shown only when it fails. */
export function runStep(label, command, args, options = {}) {
  const started = performance.now();
  process.stdout.write(`  ${label} …`);
  const result = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (result.status === 0) {
    process.stdout.write(` done (${seconds} s)\n`);
    return { ok: true };
  }
  process.stdout.write(` failed after ${seconds} s\n`);
  const output = `${result.stdout ?? ''}${result.stderr ?? ''}${result.error ?? ''}`.trim();
  return { ok: false, output: output.split('\n').slice(-40).join('\n') };
}

/** Ends the set-up with what went wrong and what to do about it. */
export function giveUp(what, toDo, output) {
  process.stderr.write(`\n${what}\n`);
  if (output) process.stderr.write(`\n${output}\n`);
  process.stderr.write(`\nWhat to do: ${toDo}\n`);
  process.exit(1);
}
