import type { FrameGuidance } from '../verification/frame-guidance.ts';
import type { Chance } from './chance.ts';
import { askedSide } from './head-motion.ts';
import type { Pose } from './surface.ts';
import { createTremor } from './tremor.ts';

/** How a sheet is moved to look like a head that does as asked. Lengths in mm, angles in radians. */
export interface HandStyle {
  /** Distance at which the face has the size of a person's. */
  readonly distance: number;
  /** Turn of the sheet when a turn is asked; 0 for somebody whose picture turns by itself. */
  readonly turn: number;
  /** Nod and shift that go with the turn, towards the asked side. */
  readonly turnPitch: number;
  readonly turnShift: number;
  /** 1/mm while straight, while turned and while leaning in. */
  readonly curvature: { readonly straight: number; readonly turned: number; readonly near: number };
  /** Nod while leaning in, and the distance then against the usual one. */
  readonly leanPitch: number;
  readonly lean: number;
  readonly tremor: number;
}

/** Where the hand holds the sheet at a moment. */
interface Held {
  readonly pose: Pose;
  readonly curvature: number;
  /** Exposure that the attacker's lamp makes. */
  readonly gain: number;
}

export interface SheetHand {
  follow(guidance: FrameGuidance, at: number): Held;
}

/** Where the middle of the face should be in the frame, as shares of it. */
const aim = { x: 0.5, y: 0.45 };

/**
 * A hand that holds a sheet before the camera and does with it what the screen asks: brings it nearer or farther,
 * to the middle, turns and bends it, farther when told so, less when told so, the other way when told so.
 */
export function createSheetHand(
  style: HandStyle,
  chance: Chance,
  camera: { readonly width: number; readonly height: number; readonly focal: number },
): SheetHand {
  const unrest = createTremor(chance, style.tremor);
  const reaction = chance.between(200, 700);
  const quickness = chance.between(120, 350);
  let distance = style.distance;
  let turn = style.turn;
  let lean = style.lean;
  let side = 1;
  let sweep = 1;
  let steadiness = 1;
  let gain = 1;
  let [shiftX, shiftY] = [0, 0];
  let step = 'look-straight';
  let since = Number.NEGATIVE_INFINITY;
  let lastAt: number | null = null;
  const now = { distance, yaw: 0, pitch: 0, x: 0, curvature: style.curvature.straight };

  return {
    follow(guidance, at) {
      const elapsed = lastAt === null ? 0 : at - lastAt;
      lastAt = at;
      if (guidance.step !== step) {
        step = guidance.step;
        since = at;
      }
      obey(guidance, elapsed / 1000);
      const ready = at - since >= reaction;
      if (ready) move(guidance, 1 - Math.exp(-elapsed / quickness));
      const shake = unrest(at);
      const mm = now.distance / camera.focal;
      const pose: Pose = {
        x: (aim.x - 0.5 + shiftX) * camera.width * mm + now.x + shake.x * steadiness,
        y: (aim.y - 0.5 + shiftY) * camera.height * mm + shake.y * steadiness,
        z: now.distance + shake.z * steadiness,
        yaw: now.yaw + shake.yaw * steadiness,
        pitch: now.pitch + shake.pitch * steadiness,
        roll: shake.roll * steadiness,
      };
      return { pose, curvature: now.curvature, gain };
    },
  };

  /** What the sentence on the screen makes the attacker do; `seconds` since the last frame. */
  function obey({ advice, box }: FrameGuidance, seconds: number): void {
    if (advice === 'come-closer') distance *= 1 - 0.25 * seconds;
    if (advice === 'move-back') distance *= 1 + 0.25 * seconds;
    if (advice === 'hold-still') steadiness = Math.max(0.25, steadiness - 0.4 * seconds);
    if (advice === 'too-dark') gain = Math.min(1.5, gain + 0.3 * seconds);
    if (advice === 'too-bright') gain = Math.max(0.6, gain - 0.3 * seconds);
    if (advice === 'turn-further' && style.turn > 0) search(seconds);
    if (advice === 'turn-less') turn = Math.max(0, turn - 0.25 * seconds);
    if (advice === 'lean-further') lean = Math.max(0.4, lean - 0.12 * seconds);
    if (advice === 'other-way') side = -side;
    // The face is lost at so steep an angle: a little back.
    if (advice === 'no-face') turn *= 1 - 0.3 * seconds;
    if (box !== null && (advice === 'move-to-centre' || advice === 'face-the-camera')) {
      shiftX -= (box.x + box.width / 2 - 0.5) * Math.min(1, 2 * seconds);
      shiftY -= (box.y + box.height / 2 - 0.48) * Math.min(1, 2 * seconds);
    }
  }

  /** Farther, and where that does not help back again and once more: somewhere it may be taken for a head. */
  function search(seconds: number): void {
    turn += sweep * 0.25 * seconds;
    if (turn > 1.15) sweep = -1.5;
    if (turn < 0.3) sweep = 1.5;
  }

  function move(guidance: FrameGuidance, share: number): void {
    const way = askedSide(guidance.step) * side;
    const near = guidance.step === 'lean-in';
    const { straight, turned, near: closely } = style.curvature;
    const towards = (value: number, target: number) => value + (target - value) * share;
    now.yaw = towards(now.yaw, way * turn);
    now.pitch = towards(now.pitch, Math.abs(way) * style.turnPitch + (near ? style.leanPitch : 0));
    now.x = towards(now.x, way * style.turnShift);
    now.distance = towards(now.distance, near ? distance * lean : distance);
    now.curvature = towards(now.curvature, way !== 0 ? turned : near ? closely : straight);
  }
}
