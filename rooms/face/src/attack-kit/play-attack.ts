import type { FaceEngine } from '../engine/face-engine.ts';
import type { FacePolicy } from '../verification/face-policy.ts';
import type { FrameGuidance } from '../verification/frame-guidance.ts';
import type { AttackKind } from './attack-kind.ts';
import type { AttackScene } from './attack-scene.ts';
import { createChance } from './chance.ts';
import { playGenuinePerson } from './genuine-person.ts';
import { holdPrint } from './held-print.ts';
import { type Injection, injectClean, injectFrozen, injectLoop, swapMidWay } from './injected-stream.ts';
import { wearMask } from './masked-person.ts';
import { showFollowingMorph, showMorph } from './morph-attack.ts';
import { type FaceWay, type PlayedSession, playSession } from './play-session.ts';
import type { Player } from './player.ts';
import { replayTurns, showStill } from './screen-attacks.ts';
import { seededRandom } from './seeded-random.ts';
import type { Subject } from './subject.ts';
import { createVirtualCamera } from './virtual-camera.ts';

interface Staging {
  readonly engine: FaceEngine;
  readonly policy: FacePolicy;
  /** Everything that is drawn comes from it, and all of it from its first number. */
  readonly random: () => number;
  /** Default `turning`. */
  readonly way?: FaceWay;
  /** Milliseconds from one offered frame to the next; default 100. */
  readonly frameEveryMs?: number;
  readonly watch?: (jpeg: Uint8Array, guidance: FrameGuidance) => void;
}

export interface AttackPlay extends Staging {
  readonly kind: AttackKind;
  /** Whose card it is, and who stands there in their stead. */
  readonly victim: Subject;
  readonly attacker: Subject;
}

export interface GenuinePlay extends Staging {
  readonly person: Subject;
}

const webcam = { label: 'HD Pro Webcam', width: 640, height: 480, frameRate: 30 };

/** Plays one attack of a kind, held against the victim's chip photo, to its end. */
export async function playAttack(play: AttackPlay): Promise<PlayedSession> {
  const streams = separateStreams(play.random);
  const chance = createChance(streams('attack'));
  const camera = createVirtualCamera(createChance(streams('camera')));
  const scene: AttackScene = { ...play, camera, chance };
  const { player, label, timing } = await stage(play.kind, scene);
  return playSession({
    ...play,
    way: play.way ?? 'turning',
    chipPhoto: play.victim.chipPhoto(),
    player,
    random: streams('steps'),
    chance: createChance(streams('stream')),
    camera: { ...webcam, label },
    timing,
  });
}

/** Plays one visit of a person who is who they say they are. */
export async function playGenuine(play: GenuinePlay): Promise<PlayedSession> {
  const streams = separateStreams(play.random);
  const camera = createVirtualCamera(createChance(streams('camera')));
  return playSession({
    ...play,
    way: play.way ?? 'turning',
    chipPhoto: play.person.chipPhoto(),
    player: await playGenuinePerson(play.person, camera, createChance(streams('person'))),
    random: streams('steps'),
    chance: createChance(streams('stream')),
    camera: webcam,
    timing: 'camera',
  });
}

/** Who stands there, and as what the stream presents itself. */
async function stage(kind: AttackKind, scene: AttackScene): Promise<Injection> {
  const asCamera = (player: Player): Injection => ({ player, label: webcam.label, timing: 'camera' });
  switch (kind) {
    case 'print-with-border':
    case 'print-filling-frame':
    case 'bent-print':
      return asCamera(await holdPrint(kind, scene));
    case 'print-with-eye-holes':
      return asCamera(await wearMask(scene, 'eye-holes'));
    case 'half-mask':
      return asCamera(await wearMask(scene, scene.chance.oneOf(['upper-half', 'lower-half'])));
    case 'screen-still':
      return asCamera(await showStill(scene));
    case 'screen-replay-wrong-order':
      return asCamera(await replayTurns(scene, 'wrong-order'));
    case 'screen-replay-right-order':
      return asCamera(await replayTurns(scene, 'right-order'));
    case 'morph':
      return asCamera(await showMorph(scene));
    case 'morph-on-screen-following':
      return asCamera(await showFollowingMorph(scene));
    case 'swap-mid-way':
      return asCamera(await swapMidWay(scene));
    case 'injected-loop':
      return injectLoop(scene);
    case 'injected-frozen':
      return injectFrozen(scene);
    case 'injected-clean':
      return injectClean(scene);
  }
}

/** Streams of their own, so that one more number drawn by the camera does not change the attacker. */
function separateStreams(random: () => number): (name: string) => () => number {
  const seed = random();
  return (name) => seededRandom(`${seed} ${name}`);
}
