import type { Chance } from './chance.ts';
import { askedSide, createHeadMotion, drawHeadManner } from './head-motion.ts';
import { createLeanMotion, leanPicture } from './lean-motion.ts';
import { paintPerson, type SideLight } from './person-background.ts';
import type { Player } from './player.ts';
import { type Subject, turnFile } from './subject.ts';
import { createTremor } from './tremor.ts';
import type { VirtualCamera } from './virtual-camera.ts';

/**
 * A living person before the camera who does what is asked in their own way: quick or slow, in one light or
 * another, nearer or farther, never quite still, blinking, now and then turning to the wrong side first.
 */
export async function playGenuinePerson(
  person: Subject,
  camera: VirtualCamera,
  chance: Chance,
): Promise<Player> {
  const manner = drawHeadManner(chance);
  let mistaken = chance.yes(0.06);
  const head = createHeadMotion(manner, (step) => (mistaken ? -askedSide(step) : askedSide(step)));
  const sway = createTremor(chance, chance.between(0.5, 1.6));
  const light = drawSideLight(chance);
  const gain = chance.oneOf([1, 1, chance.between(0.55, 0.9), chance.between(1.05, 1.25)]);
  const blinks = createBlinks(chance);
  const leanMotion = createLeanMotion({
    start: chance.between(0.95, 1.2),
    reach: chance.between(0.61, 0.72),
    speed: chance.between(0.12, 0.4),
    reactionMs: manner.reactionMs,
  });
  const { x, y } = (await person.face('live/frontal.jpg')).centre;
  let size = chance.between(0.92, 1.22);
  let leans: boolean | null = null;
  let lastAt: number | null = null;

  return (guidance, at) => {
    const seconds = lastAt === null ? 0 : (at - lastAt) / 1000;
    lastAt = at;
    if (guidance.advice === 'other-way' || guidance.step === 'look-back') mistaken = false;
    if (guidance.advice === 'come-closer') size *= 1 + 0.2 * seconds;
    if (guidance.advice === 'move-back') size *= 1 - 0.2 * seconds;
    const yaw = head.follow(guidance, at);
    const lean = leanPicture(leanMotion.follow(guidance, at));
    // Who leans in is pictured at several distances all the way, not only from the first step in.
    leans ??= guidance.step === 'lean-in' ? true : null;
    const file = leans === true ? lean.file : blinks(turnFile(Math.round(yaw / 5) * 5), at);
    const shake = sway(at);
    const scale = (leans === true ? lean.zoom : size) * (1 + shake.z / 900);
    const move = { x: shake.x * 0.8, y: shake.y * 0.6, roll: shake.roll, scale };
    return camera.shoot({
      paintBackground: (canvas) => paintPerson(canvas, person.image(file), { x, y }, move, light),
      surfaces: [],
      gain,
    });
  };
}

/** Now and then the lids close for a fifth of a second; only a straight face is pictured so. */
export function createBlinks(chance: Chance): (file: string, at: number) => string {
  let blinkAt = 10_000 + chance.between(1_000, 5_000);
  return (file, at) => {
    if (at > blinkAt + 220) blinkAt = at + chance.between(1_500, 6_000);
    if (file !== turnFile(0) || at < blinkAt) return file;
    return at < blinkAt + 70 || at > blinkAt + 150 ? 'live/blink-half.jpg' : 'live/blink-closed.jpg';
  };
}

function drawSideLight(chance: Chance): SideLight {
  const uneven = chance.yes(0.3) ? chance.between(0.1, 0.3) * chance.oneOf([-1, 1]) : 0;
  return { left: 1 + uneven, right: 1 - uneven };
}
