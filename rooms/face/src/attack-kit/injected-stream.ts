import type { AttackScene } from './attack-scene.ts';
import { playGenuinePerson } from './genuine-person.ts';
import { askedSide } from './head-motion.ts';
import { createPersonFilm, plainFilm } from './person-film.ts';
import type { StreamTiming } from './play-session.ts';
import type { Player } from './player.ts';
import { turnFile } from './subject.ts';
import { createVirtualCamera, type VirtualCamera } from './virtual-camera.ts';

/** Frames that a program puts in the camera's place, and what the browser is told of the device. */
export interface Injection {
  readonly player: Player;
  readonly label: string;
  readonly timing: StreamTiming;
}

/** A camera without optics and sensor: what a program that makes pictures delivers. */
const noCamera = { sensor: { softness: 0, read: 0, shot: 0 } };

/** Stills of the victim's turns, each sent again and again byte for byte until the next is asked for. */
export async function injectFrozen(scene: AttackScene): Promise<Injection> {
  const { chance, victim } = scene;
  const { centre } = await victim.face(turnFile(0));
  const film = createPersonFilm(chance, plainFilm(victim, centre));
  const coded = new Map<unknown, Uint8Array>();
  const camera = createVirtualCamera(chance, { ...scene.camera.settings, ...noCamera });
  const player: Player = (guidance, at) => {
    const image = film(guidance, at);
    const known = coded.get(image);
    if (known !== undefined) return known.slice();
    const jpeg = camera.shoot({
      paintBackground: ({ data }) => data.set(image.data),
      surfaces: [],
      gain: 1,
    });
    coded.set(image, jpeg);
    return jpeg.slice();
  };
  return { player, label: drawLabel(scene), timing: chance.oneOf(['camera', 'clockwork']) };
}

/**
 * A recording, with the noise of the camera it was taken with, that begins again when it is over: either one of
 * straight and turns in an order of its own, or one for each step, chosen by an operator.
 */
export async function injectLoop(scene: AttackScene): Promise<Injection> {
  const { camera, chance, victim } = scene;
  const byStep = chance.yes(0.5);
  const clips = new Map<string, Uint8Array[]>();
  const recording = await playGenuinePerson(victim, camera, chance);
  const clipFrames = Math.round(chance.between(12, 30));
  let position = 0;
  let shownStep = '';
  const order = ['look-straight', 'turn-left', 'look-back', 'turn-right', 'look-back'] as const;
  const player: Player = async (guidance, at) => {
    const step = byStep ? guidance.step : 'all';
    if (step !== shownStep) {
      shownStep = step;
      position = 0;
    }
    const clip = clips.get(step) ?? [];
    clips.set(step, clip);
    const length = byStep ? clipFrames : clipFrames * order.length;
    const slot = position % length;
    position++;
    const known = clip[slot];
    if (known !== undefined) return known.slice();
    const filmed = byStep ? guidance.step : (order[Math.floor(slot / clipFrames)] ?? 'look-back');
    const jpeg = await recording({ ...guidance, step: filmed, advice: null }, at);
    clip[slot] = jpeg;
    return jpeg.slice();
  };
  return { player, label: drawLabel(scene), timing: chance.oneOf(['camera', 'clockwork']) };
}

/** A made-up person who does all that is asked: no sensor noise, or the frames timed as only a program times them. */
export async function injectClean(scene: AttackScene): Promise<Injection> {
  const { camera, chance, victim } = scene;
  const noiseless = chance.yes(0.6);
  const made: VirtualCamera = noiseless
    ? createVirtualCamera(chance, { ...camera.settings, ...noCamera })
    : camera;
  const player = await playGenuinePerson(victim, made, chance);
  const timing: StreamTiming = noiseless && chance.yes(0.5) ? 'camera' : 'clockwork';
  return { player, label: drawLabel(scene), timing };
}

/** The victim's perfect recording, and the attacker in their place for the turns or from some turn on. */
export async function swapMidWay(scene: AttackScene): Promise<Player> {
  const { attacker, camera, chance, victim } = scene;
  const owner = await playGenuinePerson(victim, camera, chance);
  const other = await playGenuinePerson(attacker, camera, chance);
  const from = chance.oneOf<'moves' | number>(['moves', 1, 2, 3]);
  let steps = 0;
  let step = 'look-straight';
  return async (guidance, at) => {
    if (guidance.step !== step) {
      step = guidance.step;
      steps++;
    }
    const moves = askedSide(guidance.step) !== 0 || guidance.step === 'lean-in';
    const swapped = typeof from === 'number' ? steps >= from : moves;
    // Both go on moving; only one is shown.
    const [mine, theirs] = [await owner(guidance, at), await other(guidance, at)];
    return swapped ? theirs : mine;
  };
}

function drawLabel({ chance }: AttackScene): string {
  return chance.oneOf(['OBS Virtual Camera', 'HD Pro Webcam', 'HD Pro Webcam', 'Integrated Camera']);
}
