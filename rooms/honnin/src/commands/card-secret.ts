import { type Attempt, done, failed, reason } from '@honnin/outcome';

/** Ways in which a secret reaches a command. None is its arguments: every process of the machine can read those. */
export interface SecretSources {
  /** Taken out of the environment, so that no program started later inherits it. */
  readonly environment: Record<string, string | undefined>;
  readonly input: SecretInput;
  /** Where a question is asked; standard error, so that standard output stays the answer's. */
  readonly output: { write(text: string): unknown };
}

/** Standard input as far as it is needed here. */
interface SecretInput extends AsyncIterable<Uint8Array> {
  readonly isTTY?: boolean;
  setRawMode?(raw: boolean): unknown;
  pause(): unknown;
}

export interface SecretWish {
  /** What is asked for, such as `PIN`. */
  readonly question: string;
  /** Name of the variable that may hold it. */
  readonly variable: string;
  /** Whether the next line of standard input is it. */
  readonly fromInput: boolean;
}

/** The machine's own. */
export const secretSources = (): SecretSources => ({
  environment: process.env,
  input: process.stdin,
  output: process.stderr,
});

const enter = [0x0d, 0x0a];
const endOfInput = 0x04;
const interrupt = 0x03;
const backspace = [0x7f, 0x08];

/**
 * Gets secrets one after the other: out of standard input where that was asked for, else out of the environment,
 * else typed at the terminal without echo. Fails with `secret-not-given`. The caller wipes them.
 */
export function openSecretSources(sources: SecretSources) {
  let rest: number[] = [];
  let afterReturn = false;
  const lines = sources.input[Symbol.asyncIterator]();
  const nextLine = async (isTyped: boolean): Promise<Uint8Array | null> => {
    const line: number[] = [];
    for (;;) {
      for (let byte = rest.shift(); byte !== undefined; byte = rest.shift()) {
        // A line may end in two characters, the second of them in a chunk of its own.
        const isSecondHalf = afterReturn && byte === 0x0a;
        afterReturn = byte === 0x0d;
        if (isSecondHalf) continue;
        if (isTyped && byte === interrupt) return null;
        if (enter.includes(byte) || (isTyped && byte === endOfInput)) {
          return wiped(line);
        }
        if (isTyped && backspace.includes(byte)) line.pop();
        else line.push(byte);
      }
      const chunk = await lines.next();
      if (chunk.done === true) return line.length === 0 ? null : wiped(line);
      rest = [...chunk.value];
      chunk.value.fill(0);
    }
  };
  return {
    async get({ question, variable, fromInput }: SecretWish): Promise<Attempt<Uint8Array>> {
      if (fromInput) {
        const line = await nextLine(false);
        return line === null ? notGiven(question, variable) : done(line);
      }
      const given = sources.environment[variable];
      if (given !== undefined) {
        delete sources.environment[variable];
        return done(new TextEncoder().encode(given));
      }
      const { input, output } = sources;
      if (input.isTTY !== true || input.setRawMode === undefined) return notGiven(question, variable);
      // First the echo off, then the question: an answer may follow it at once.
      input.setRawMode(true);
      output.write(`${question}: `);
      try {
        const line = await nextLine(true);
        return line === null ? notGiven(question, variable) : done(line);
      } finally {
        input.setRawMode(false);
        output.write('\n');
      }
    },
    /** Lets go of standard input, so that the process can end. */
    [Symbol.dispose]() {
      rest.fill(0);
      // Ends the reading: a pipe that stays open behind its first line would keep the process.
      void lines.return?.();
      sources.input.pause();
    },
  };
}

function wiped(line: number[]): Uint8Array {
  const bytes = Uint8Array.from(line);
  line.fill(0);
  return bytes;
}

function notGiven(question: string, variable: string) {
  return failed(
    reason('secret-not-given', `${question}: type it at a terminal, set ${variable}, or use --stdin`),
  );
}
