import type { FaceResult } from '@honnin/face';
import type { FaceClaim } from './statement-claims.ts';

/** What a statement says of a face result; numbers that were not measured are left out. */
export function faceClaim(result: FaceResult): FaceClaim {
  const { liveness } = result;
  return {
    model: { name: result.model.name, sha256: result.model.sha256 },
    threshold: result.threshold,
    falseMatchRate: result.falseMatchRate,
    ...(result.similarity === null ? {} : { similarity: result.similarity }),
    frames: result.frames,
    liveness: {
      status: liveness.status,
      ...(liveness.passive === null ? {} : { passive: liveness.passive }),
      headTurn: liveness.headTurn,
      eyes: liveness.eyes,
    },
    relaxed: [...liveness.relaxed],
  };
}
