import type { FaceStep } from '../verification/frame-guidance.ts';
import type { Chance } from './chance.ts';
import { askedSide, createHeadMotion, drawHeadManner } from './head-motion.ts';
import { paintPerson, type SideLight } from './person-background.ts';
import type { Player } from './player.ts';
import { type Subject, turnFile } from './subject.ts';
import { createTremor } from './tremor.ts';
import type { VirtualCamera } from './virtual-camera.ts';

/** The pictures of somebody who leans in, by distance against the usual one, from far to near. */
const leanFiles = [1.3, 1.15, 1, 0.88, 0.78, 0.69, 0.61].map((away) => ({
  away,
  file: `live/lean-${Math.round(away * 100)}.jpg`,
}));

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
  const mistakenTurn = chance.yes(0.06);
  let corrected = false;
  const head = createHeadMotion(manner, (step) => {
    const side = askedSide(step);
    return mistakenTurn && !corrected ? -side : side;
  });
  const sway = createTremor(chance, chance.between(0.5, 1.6));
  const light: SideLight = drawSideLight(chance);
  const gain = chance.oneOf([1, 1, chance.between(0.55, 0.9), chance.between(1.05, 1.25)]);
  const seated = chance.between(0.92, 1.22);
  const nextBlink = () => chance.between(1_500, 6_000);
  let blinkAt = 10_000 + nextBlink();
  let away = chance.between(0.95, 1.3);
  let leanTo = 0.69;
  let scale = seated;
  let leanStep: FaceStep = 'look-straight';
  let leanSince = 0;
  let lastAt: number | null = null;
  const { x, y } = (await person.face('live/frontal.jpg')).centre;
  const leans = person.has('live/lean-100.jpg');
  let leaning = false;

  return (guidance, at) => {
    const seconds = lastAt === null ? 0 : (at - lastAt) / 1000;
    lastAt = at;
    if (guidance.advice === 'other-way' || guidance.step === 'look-back') corrected = true;
    if (guidance.advice === 'come-closer') scale *= 1 + 0.2 * seconds;
    if (guidance.advice === 'move-back') scale *= 1 - 0.2 * seconds;
    if (guidance.advice === 'lean-further') leanTo = Math.max(0.61, leanTo - 0.06 * seconds);
    if (guidance.step !== leanStep) {
      leanStep = guidance.step;
      leanSince = at;
    }
    const yaw = head.follow(guidance, at);
    leaning ||= guidance.step === 'lean-in';
    if (at > blinkAt + 220) blinkAt = at + nextBlink();
    const file = leaning ? lean(guidance.step, at, seconds) : turned(yaw, at);
    const shake = sway(at);
    const size = leaning ? scale * (away === nearestLean() ? 1 : nearestLean() / away) : scale;
    const move = { x: shake.x * 0.8, y: shake.y * 0.6, roll: shake.roll, scale: size * (1 + shake.z / 900) };
    return camera.shoot({
      paintBackground: (canvas) => paintPerson(canvas, person.image(file), { x, y }, move, light),
      surfaces: [],
      gain,
    });
  };

  function turned(yaw: number, at: number): string {
    const shown = Math.round(yaw / 5) * 5;
    if (shown !== 0 || at < blinkAt) return turnFile(shown);
    return at < blinkAt + 70 || at > blinkAt + 150 ? 'live/blink-half.jpg' : 'live/blink-closed.jpg';
  }

  function lean(step: FaceStep, at: number, seconds: number): string {
    const target = step === 'lean-in' ? leanTo : 1;
    if (at - leanSince > manner.reactionMs) {
      const most = seconds * 0.012 * manner.speed;
      away += Math.max(-most, Math.min(most, target - away));
    }
    return leans ? `live/lean-${Math.round(nearestLean() * 100)}.jpg` : 'live/frontal.jpg';
  }

  function nearestLean(): number {
    let best = 1;
    for (const lean of leanFiles) if (Math.abs(lean.away - away) < Math.abs(best - away)) best = lean.away;
    return best;
  }
}

function drawSideLight(chance: Chance): SideLight {
  const uneven = chance.yes(0.3) ? chance.between(0.1, 0.3) * chance.oneOf([-1, 1]) : 0;
  return { left: 1 + uneven, right: 1 - uneven };
}
