/** Lets a long poll sleep until something happens to its visit. */
export interface ChangeSignal {
  raise(visitId: string): void;
  /** Resolves at the next `raise`, after `ms`, or when the signal is aborted. */
  wait(visitId: string, ms: number, abort: AbortSignal): Promise<void>;
}

export function createChangeSignal(): ChangeSignal {
  const waiting = new Map<string, Set<() => void>>();
  return {
    raise(visitId) {
      for (const wake of waiting.get(visitId) ?? []) wake();
    },
    wait(visitId, ms, abort) {
      return new Promise((resolve) => {
        if (abort.aborted) return resolve();
        const wakes = waiting.get(visitId) ?? new Set();
        waiting.set(visitId, wakes);
        const wake = () => {
          clearTimeout(timer);
          abort.removeEventListener('abort', wake);
          wakes.delete(wake);
          if (wakes.size === 0 && waiting.get(visitId) === wakes) waiting.delete(visitId);
          resolve();
        };
        const timer = setTimeout(wake, ms);
        abort.addEventListener('abort', wake);
        wakes.add(wake);
      });
    },
  };
}
