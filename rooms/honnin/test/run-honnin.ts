import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../bin/honnin.mjs', import.meta.url));

/** A `honnin …` that runs as its own process. */
export interface HonninProcess {
  readonly child: ChildProcess;
  readonly output: () => string;
  /** Waits until the text was written; throws with everything that was when the process ends before. */
  writes(text: string): Promise<void>;
  /** Exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
}

/** Starts the command as a user would. */
export function startHonnin(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): HonninProcess {
  const { DATABASE_URL: _elsewhere, ...own } = process.env;
  const child = spawn(process.execPath, [bin, ...words], {
    env: { ...own, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (part: string) => {
      output += part;
    });
  const ended = once(child, 'close').then(([code, signal]) => code ?? signal);
  return {
    child,
    output: () => output,
    ended,
    async writes(text) {
      for (const until = performance.now() + 60_000; !output.includes(text); await sleep(20)) {
        if (child.exitCode !== null || child.signalCode !== null || performance.now() > until)
          throw new Error(`“${text}” was not written:\n${output}`);
      }
    },
  };
}

/** Runs it to its end. */
export async function runHonnin(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: unknown; readonly output: string }> {
  const { ended, output } = startHonnin(words, environment);
  const code = await ended;
  return { code, output: output() };
}

/** The processes of this machine whose command line holds a text. Linux. */
export function processesWith(text: string): readonly string[] {
  return readdirSync('/proc')
    .filter((name) => /^[0-9]+$/.test(name) && Number(name) !== process.pid)
    .flatMap((name) => {
      try {
        const line = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return line.includes(text) ? [`${name}: ${line}`] : [];
      } catch {
        return []; // It ended meanwhile.
      }
    });
}
