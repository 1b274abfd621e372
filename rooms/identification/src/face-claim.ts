import type { FaceResult } from '@honnin/face';
import type { FaceClaim } from './statement-claims.ts';

/** What an attempt adds to its result: how many came before it, and what that makes of the error rate. */
export interface AttemptRecord {
  /** This attempt and the failed ones in a row before it. */
  readonly tries: number;
  /** 0..1 of all of them together. */
  readonly falseMatchRate: number;
}

/** What a statement says of a face result; numbers that were not measured are left out. */
export function faceClaim(result: FaceResult, attempt: AttemptRecord): FaceClaim {
  const { liveness } = result;
  return {
    model: { name: result.model.name, sha256: result.model.sha256 },
    threshold: result.threshold,
    falseMatchRate: result.falseMatchRate,
    tries: attempt.tries,
    attemptFalseMatchRate: attempt.falseMatchRate,
    ...(result.similarity === null ? {} : { similarity: result.similarity }),
    frames: result.frames,
    liveness: {
      status: liveness.status,
      ...(liveness.passive === null ? {} : { passive: liveness.passive }),
      headTurn: liveness.headTurn,
      eyes: liveness.eyes,
      leanIn: liveness.leanIn,
      stream: liveness.stream,
    },
    relaxed: [...liveness.relaxed],
  };
}
