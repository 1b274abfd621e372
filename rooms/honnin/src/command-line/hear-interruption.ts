/** Hears when the process is asked to end. Until it is disposed of, the process stays. */
export interface Interruption extends Disposable {
  /** Resolves at the first signal. */
  readonly heard: Promise<NodeJS.Signals>;
  readonly isHeard: boolean;
}

/** Ctrl-C comes twice when npm stands between: once from the terminal and once passed on. */
const sameSignalMs = 1_000;
const signals: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Listens for Ctrl-C, `kill` and a closed terminal, so that everything can be stopped in order. Whoever insists
 * more than a second later ends the process at once.
 */
export function hearInterruption(): Interruption {
  let firstAt: number | null = null;
  let resolve: (signal: NodeJS.Signals) => void = () => undefined;
  const heard = new Promise<NodeJS.Signals>((settle) => {
    resolve = settle;
  });
  const hear = (signal: NodeJS.Signals) => {
    const now = performance.now();
    if (firstAt !== null && now - firstAt > sameSignalMs) process.exit(130);
    firstAt ??= now;
    resolve(signal);
  };
  // A waiting promise alone does not keep the process alive.
  const awake = setInterval(() => undefined, 60_000);
  for (const signal of signals) process.on(signal, hear);
  return {
    heard,
    get isHeard() {
      return firstAt !== null;
    },
    [Symbol.dispose]() {
      clearInterval(awake);
      // Once heard, it stays heard: the second of the two signals may come while the process is just ending.
      if (firstAt === null) for (const signal of signals) process.off(signal, hear);
    },
  };
}
