import type { LivenessResult } from '../verification/face-result.ts';

/** Follows the eyes through a session: a blink is closed eyes between open ones, for less than 0.8 s. */
export interface EyeWatch {
  readonly seen: LivenessResult['eyes'];
  note(closed: number, at: number): void;
}

const closedLimit = 0.5;
const blinkMs = 800;

export function createEyeWatch(): EyeWatch {
  let seen: LivenessResult['eyes'] = 'not-seen';
  let closedAt: number | null = null;
  return {
    get seen() {
      return seen;
    },
    note(closed, at) {
      if (closed > closedLimit) {
        closedAt ??= at;
        return;
      }
      if (seen === 'not-seen') seen = 'open';
      else if (closedAt !== null && at - closedAt < blinkMs) seen = 'blinked';
      closedAt = null;
    },
  };
}
