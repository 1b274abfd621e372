/** What the camera's own times say of the frames so far. */
export interface CaptureTimes {
  /** A sentence for the log when no camera can have taken the frames at these times; null otherwise. */
  readonly trouble: string | null;
  /** `captured` by the camera's clock, `at` by ours, both in milliseconds; `changed`: another picture than before. */
  note(captured: number, at: number, changed: boolean): void;
}

/** How far the two clocks may drift apart before frames are no longer being taken now. */
const driftMs = 2_000;
/** So many intervals, all equal to a microsecond, are counted, not measured. */
const regular = 30;
const microsecond = 0.001;
const repeats = 3;

/**
 * Follows capture times. They may be late or uneven; they may not run backwards, stand still while the picture
 * changes, drift seconds apart from the clock of the terminal, or be even to the microsecond.
 */
export function createCaptureTimes(): CaptureTimes {
  let last: { readonly captured: number; readonly interval: number } | null = null;
  let offset: number | null = null;
  let [even, stood] = [0, 0];
  let trouble: string | null = null;
  return {
    get trouble() {
      return trouble;
    },
    note(captured, at, changed) {
      if (!Number.isFinite(captured)) return;
      offset ??= captured - at;
      if (Math.abs(captured - at - offset) > driftMs) trouble ??= 'capture times drift from the clock';
      if (last !== null) {
        const interval = captured - last.captured;
        if (interval < 0) trouble ??= 'capture times run backwards';
        if (interval === 0 && changed && ++stood >= repeats)
          trouble ??= 'one capture time for several pictures';
        even = interval > 0 && Math.abs(interval - last.interval) < microsecond ? even + 1 : 0;
        if (even >= regular) trouble ??= 'capture times even to the microsecond';
        last = { captured, interval };
      } else last = { captured, interval: Number.NaN };
    },
  };
}
