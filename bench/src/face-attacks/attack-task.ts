import type { AttackKind, FaceWay } from '@honnin/face/attack-kit';

/** One session to be played; its `name` is its seed. */
export interface AttackTask {
  readonly name: string;
  readonly kind: AttackKind | 'genuine';
  readonly way: FaceWay;
  readonly victim: string;
  readonly attacker: string;
  readonly frameEveryMs: number;
}

/** What came of it, as a line of the results file. */
export interface AttackRecord extends AttackTask {
  readonly status: string;
  readonly reasons: readonly string[];
  readonly gaveUp: boolean;
  readonly seconds: number;
  readonly frames: number;
  readonly similarity: number | null;
  readonly passive: number | null;
  readonly headTurn: string;
  readonly leanIn: string;
  readonly stream: string;
  readonly steps: readonly string[];
  readonly advice: Readonly<Record<string, number>>;
  readonly processorMs: number;
}
