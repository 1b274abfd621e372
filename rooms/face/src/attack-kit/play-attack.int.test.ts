import { join } from 'node:path';
import { describe, expect, it, type TestContext } from 'vitest';
import { missingModels, peopleDirectory, renderedPeople } from '../../test/test-models.ts';
import { useFaceEngine } from '../../test/use-face-engine.ts';
import { defaultFacePolicy, type FaceEngine, type FacePolicy } from '../index.ts';
import type { AttackKind } from './attack-kind.ts';
import { attackPlayer, playAttack, playGenuine } from './play-attack.ts';
import type { FaceWay } from './play-session.ts';
import { seededRandom } from './seeded-random.ts';
import { openSubject, type Subject } from './subject.ts';

const missing = missingModels();
const people = renderedPeople();
let engine: FaceEngine;
const subjects = new Map<string, Subject>();

useFaceEngine((opened) => {
  engine = opened;
});

/** Rendered people have no living skin: nothing that these tests show may lean on the passive model. */
const policy: FacePolicy = { ...defaultFacePolicy, relaxations: ['rendered-people-passive-liveness'] };

function subject(ctx: TestContext, id: string): Subject {
  if (missing !== null) ctx.skip(missing);
  if (!people.includes(id)) ctx.skip(`${id} is not rendered`);
  const known = subjects.get(id) ?? openSubject(id, join(peopleDirectory, id), engine);
  subjects.set(id, known);
  return known;
}

/** One attack of a kind, by seed; answers what came of it. */
async function attack(ctx: TestContext, kind: AttackKind, seed: string, way: FaceWay = 'turning') {
  const [victim, attacker] = [subject(ctx, 'sato'), subject(ctx, 'watanabe')];
  const random = seededRandom(seed);
  return playAttack({ engine, kind, victim, attacker, policy, random, way, frameEveryMs: 133 });
}

/** No living head was seen, or what was there did not do as asked. */
const noHead = ['head-turn-not-seen', 'face-is-flat', 'wrong-turn', 'time-limit', 'not-finished'];
/** It was somebody else's face, all the time or for a while. */
const otherFace = ['face-does-not-match', 'face-changed', 'moments-disagree'];
/** The pictures did not come from a camera as it is. */
const noCamera = [
  'stream-frozen',
  'stream-looped',
  'stream-without-noise',
  'stream-timing',
  'screen-pattern-seen',
  'camera-virtual',
];

/** What only a picture shows. */
const marks = ['screen-pattern-seen', 'picture-frame-seen', 'paper-seam-seen'];

const expected: Partial<Record<AttackKind, readonly string[]>> = {
  'print-with-border': noHead,
  'print-filling-frame': noHead,
  'bent-print': noHead,
  'print-with-eye-holes': noHead,
  'screen-still': [...noHead, ...marks],
  'screen-replay-wrong-order': [...noHead, ...marks],
  'screen-replay-right-order': marks,
  morph: [...noHead, ...otherFace, ...marks],
  'morph-on-screen-following': [...otherFace, ...marks],
  'half-mask': [...noHead, ...otherFace, ...marks],
  'injected-loop': [...noCamera, 'wrong-turn'],
  'injected-frozen': noCamera,
  'injected-clean': noCamera,
  'swap-mid-way': otherFace,
};

describe('attacks on a whole face verification', () => {
  for (const [kind, reasons] of Object.entries(expected) as [AttackKind, readonly string[]][]) {
    it(`${kind}: is never verified`, async (ctx) => {
      const { result } = await attack(ctx, kind, `${kind} one`);
      expect(result.status).not.toBe('verified');
      const codes = result.reasons.map(({ code }) => code);
      expect(
        codes.some((code) => reasons.includes(code)),
        codes.join(' '),
      ).toBe(true);
    });
  }

  // Each of these was once taken for a living head, or would be without the rim of the screen and the seam.
  for (const [kind, seed] of [
    ['morph-on-screen-following', 'fine screen'],
    ['screen-replay-right-order', 'driven by an operator'],
    ['half-mask', 'seam one'],
    ['half-mask', 'seam two'],
  ] as const) {
    it(`${kind}: is not verified though it turns as asked (${seed})`, async (ctx) => {
      const { result } = await attack(ctx, kind, seed);
      expect(result.status).not.toBe('verified');
      expect(result.reasons.some(({ code }) => marks.includes(code))).toBe(true);
    });
  }

  // Known to come through, each with a head that really turns: see docs/accuracy.md. Mended, they turn red here.
  for (const [kind, seed, victim, attacker] of [
    ['print-with-eye-holes', 'print-with-eye-holes turning 24', 'suzuki', 'okafor'],
    ['screen-filling-view', 'dev screen-filling-view 43', 'okafor', 'yamamoto'],
  ] as const) {
    it.fails(`${kind}: is not yet kept out every time`, async (ctx) => {
      const people = { victim: subject(ctx, victim), attacker: subject(ctx, attacker) };
      const random = seededRandom(seed);
      const { result } = await playAttack({ engine, kind, ...people, policy, random, frameEveryMs: 167 });
      expect(result.status).not.toBe('verified');
    });
  }

  for (const kind of ['print-with-border', 'bent-print', 'screen-still'] as const) {
    it(`${kind}: brought nearer where nobody has to turn, is never verified`, async (ctx) => {
      const { result } = await attack(ctx, kind, `${kind} near`, 'without-turning');
      expect(result.status).not.toBe('verified');
    });
  }
});

describe('genuine people before the same camera', () => {
  for (const [i, id] of ['sato', 'ito', 'okafor', 'nguyen'].entries()) {
    it(`verifies ${id} in their own light, speed and distance`, async (ctx) => {
      const person = subject(ctx, id);
      const random = seededRandom(`genuine ${i}`);
      const { result, gaveUp } = await playGenuine({ engine, person, policy, random, frameEveryMs: 133 });
      const codes = result.reasons.map(({ code }) => code).join(' ');
      expect({ status: result.status, gaveUp }, codes).toEqual({ status: 'verified', gaveUp: false });
    });
  }

  // Broad hair hides the jaw of this turning head, which was once taken for something flat.
  it('verifies tanaka, who turns by thirty degrees', async (ctx) => {
    const person = subject(ctx, 'tanaka');
    const random = seededRandom('genuine 1');
    const { result } = await playGenuine({ engine, person, policy, random, frameEveryMs: 133 });
    expect(result.status).toBe('verified');
  });

  it('sees a person who cannot turn their head lean in', async (ctx) => {
    const person = subject(ctx, 'suzuki');
    const random = seededRandom('leaning');
    const { result, steps } = await playGenuine({
      engine,
      person,
      policy,
      random,
      way: 'without-turning',
      frameEveryMs: 133,
    });
    expect(steps).toContain('lean-in');
    expect(result.liveness.leanIn).toBe('met');
  });
});

describe('what a player shows', () => {
  it('is the same for the same seed, and other for another', async (ctx) => {
    const [victim, attacker] = [subject(ctx, 'sato'), subject(ctx, 'watanabe')];
    const straight = { step: 'look-straight', advice: null, progress: 0, box: null, yaw: null } as const;
    const frame = async (seed: string) => {
      const cast = { engine, kind: 'bent-print' as const, victim, attacker };
      return (await attackPlayer(cast, seededRandom(seed)))(straight, 10_000);
    };
    expect(await frame('one')).toEqual(await frame('one'));
    expect(await frame('one')).not.toEqual(await frame('two'));
  });

  it('is never twice the same frame before a camera, whose noise changes', async (ctx) => {
    const [victim, attacker] = [subject(ctx, 'sato'), subject(ctx, 'watanabe')];
    const straight = { step: 'look-straight', advice: null, progress: 0, box: null, yaw: null } as const;
    const player = await attackPlayer(
      { engine, kind: 'print-with-border', victim, attacker },
      seededRandom('still'),
    );
    expect(await player(straight, 10_000)).not.toEqual(await player(straight, 10_000));
  });
});
