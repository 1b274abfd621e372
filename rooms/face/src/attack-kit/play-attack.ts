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

/** Who is attacked how. */
export interface AttackCast {
  readonly engine: FaceEngine;
  readonly kind: AttackKind;
  /** Whose card it is, and who stands there in their stead. */
  readonly victim: Subject;
  readonly attacker: Subject;
}

export interface AttackPlay extends Staging, AttackCast {}

export interface GenuinePlay extends Staging {
  readonly person: Subject;
}

const webcam = { label: 'HD Pro Webcam', width: 640, height: 480, frameRate: 30 };

/** Plays one attack of a kind, held against the victim's chip photo, to its end. */
export async function playAttack(play: AttackPlay): Promise<PlayedSession> {
  const streams = separateStreams(play.random);
  const { player, label, timing } = await stage(play, streams);
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

/** The player of an attack alone, to be shown what one likes. */
export async function attackPlayer(cast: AttackCast, random: () => number): Promise<Player> {
  return (await stage(cast, separateStreams(random))).player;
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
async function stage({ kind, ...cast }: AttackCast, streams: Streams): Promise<Injection> {
  const camera = createVirtualCamera(createChance(streams('camera')));
  const scene: AttackScene = { ...cast, camera, chance: createChance(streams('attack')) };
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
    case 'screen-filling-view':
      return asCamera(await replayTurns(scene, 'right-order', 'filling'));
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

type Streams = (name: string) => () => number;

/** Streams of their own, so that one more number drawn by the camera does not change the attacker. */
function separateStreams(random: () => number): Streams {
  const seed = random();
  return (name) => seededRandom(`${seed} ${name}`);
}
