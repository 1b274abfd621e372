/** Resolves when the process is asked to end: Ctrl-C, `kill`, or a closed terminal. */
export function untilInterrupted(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    const signals: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    const heard = (signal: NodeJS.Signals) => {
      for (const each of signals) process.off(each, heard);
      clearInterval(awake);
      resolve(signal);
    };
    // A waiting promise alone does not keep the process alive.
    const awake = setInterval(() => undefined, 60_000);
    for (const each of signals) process.on(each, heard);
  });
}
