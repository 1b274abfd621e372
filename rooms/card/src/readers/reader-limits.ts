/** How long the readers of one `openPcscReaders` are waited for, and which of them did not come back. */
export interface ReaderLimits {
  /** The longest a card may take for one command, and a reader for connecting or disconnecting. */
  readonly answerWithinMs: number;
  /** Whether the reader's driver still holds a call that was given up: nothing new is asked of it meanwhile. */
  isHanging(readerName: string): boolean;
  /** Leaves a call to itself, and clears up behind it once the driver gives it back. */
  giveUp<T>(readerName: string, call: Promise<T>, clearUp: (late: T) => Promise<void>): void;
}

export interface ReaderLimitsOptions {
  readonly answerWithinMs: number;
  /** Ends the process without waiting for its threads. */
  readonly endProcess: (code: number) => void;
}

/**
 * Keeps count of the calls that do not come back. Node waits for its threads when it ends, `process.exit`
 * included, and one that sits in a driver would hold it for as long as the driver likes: while there is one,
 * the process ends past it.
 */
export function createReaderLimits({ answerWithinMs, endProcess }: ReaderLimitsOptions): ReaderLimits {
  const hanging = new Map<string, number>();
  const endPastThem = (code: number) => endProcess(code);
  return {
    answerWithinMs,
    isHanging: (readerName) => hanging.has(readerName),
    giveUp(readerName, call, clearUp) {
      if (hanging.size === 0) process.on('exit', endPastThem);
      hanging.set(readerName, (hanging.get(readerName) ?? 0) + 1);
      void call
        .then(clearUp)
        .catch(() => undefined)
        .finally(() => {
          const left = (hanging.get(readerName) ?? 1) - 1;
          if (left > 0) hanging.set(readerName, left);
          else hanging.delete(readerName);
          if (hanging.size === 0) process.off('exit', endPastThem);
        });
    },
  };
}
