import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FaceStep, FaceVerification, FrameGuidance } from '../src/index.ts';

/** What a player shows: chosen anew for every frame from the guidance on the screen. */
export type Player = (guidance: FrameGuidance, at: number) => Uint8Array;

/** The yaws, in degrees, that every person was rendered at. */
const renderedYaws = [-30, -25, -20, -15, -10, -5, 0, 5, 10, 15, 20, 25, 30];

/** A live picture of a rendered person. */
export function readLive(people: string, id: string, file: string): Uint8Array {
  return new Uint8Array(readFileSync(join(people, id, 'live', file)));
}

/** The rendered pictures of one person by head turn. */
export function readTurns(people: string, id: string): ReadonlyMap<number, Uint8Array> {
  return new Map(
    renderedYaws.map((yaw) => {
      const degrees = String(Math.abs(yaw)).padStart(2, '0');
      const file = yaw === 0 ? 'frontal.jpg' : `yaw-${yaw < 0 ? 'm' : 'p'}${degrees}.jpg`;
      return [yaw, readLive(people, id, file)];
    }),
  );
}

/** Where a willing person turns to. */
export function willing(step: FaceStep): number {
  return step === 'turn-left' ? 30 : step === 'turn-right' ? -30 : 0;
}

/** Somebody who moves their head by five degrees a frame towards where `wish` wants it. */
export function playHead(
  turns: ReadonlyMap<number, Uint8Array>,
  wish: (step: FaceStep) => number = willing,
): Player {
  let yaw = 0;
  return ({ step }) => {
    yaw += Math.sign(wish(step) - yaw) * 5;
    const picture = turns.get(yaw);
    if (picture === undefined) throw new Error(`no picture at ${yaw} degrees`);
    return picture;
  };
}

/** A clock that only the test moves. */
export function createTestClock(): { now(): number; pass(ms: number): void } {
  let at = 10_000;
  return {
    now: () => at,
    pass(ms) {
      at += ms;
    },
  };
}

/** Offers frames, ten a second, until the verification is done; answers all guidance given. */
export async function playSession(
  verification: FaceVerification,
  player: Player,
  clock: ReturnType<typeof createTestClock>,
  seconds = 60,
): Promise<readonly FrameGuidance[]> {
  const seen: FrameGuidance[] = [];
  let guidance: FrameGuidance = { step: 'look-straight', advice: null, progress: 0, box: null, yaw: null };
  for (let frame = 0; frame < seconds * 10 && guidance.step !== 'done'; frame++) {
    guidance = await verification.offerFrame(player(guidance, clock.now()));
    seen.push(guidance);
    clock.pass(100);
  }
  return seen;
}
