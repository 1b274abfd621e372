import type { AttackScene } from './attack-scene.ts';
import { cutMask, type MaskPart } from './cut-mask.ts';
import { createBlinks } from './genuine-person.ts';
import { createHeadMotion, drawHeadManner } from './head-motion.ts';
import { stolenPicture } from './held-print.ts';
import { createLeanMotion, leanPicture } from './lean-motion.ts';
import { paintPerson } from './person-background.ts';
import type { Player } from './player.ts';
import { type FacePicture, turnFile } from './subject.ts';
import type { Surface } from './surface.ts';
import { createTremor } from './tremor.ts';

/** Distance of the eyes of a grown-up in mm: what makes pixels of the attacker's pictures millimetres. */
const eyesMm = 62;
/** How far a person's face moves in the frame for a mm of sway, and how far the paper stands off the face. */
const swayPixels = 0.8;

/**
 * The attacker wears paper with the victim's face before their own: a whole face with holes for the eyes, or one
 * half of it. The head behind really turns, and the paper with it.
 */
export async function wearMask(scene: AttackScene, part: MaskPart): Promise<Player> {
  const { attacker, camera, chance, victim } = scene;
  const { width, height, focal } = camera.settings;
  const stolen = await stolenPicture(victim, false, chance);
  const mask = cutMask(stolen, part, eyesMm * chance.between(0.95, 1.05), chance);
  // Flat paper has to clear the nose; bent paper lies nearer.
  const bent = chance.yes(0.6);
  const curvature = bent ? 1 / chance.between(75, 140) : 0;
  const standOff = bent ? chance.between(8, 20) : chance.between(20, 35);
  const manner = drawHeadManner(chance);
  const head = createHeadMotion(manner);
  const lean = createLeanMotion({ start: 1, reach: 0.66, speed: 0.25, reactionMs: manner.reactionMs });
  const blinks = createBlinks(chance);
  const sway = createTremor(chance, chance.between(0.5, 1.2));
  const slip = createTremor(chance, 0.15);
  const straight = await attacker.face(turnFile(0));
  const faces = new Map<string, FacePicture>();
  let leans = false;

  return async (guidance, at) => {
    const yaw = head.follow(guidance, at);
    const shown = Math.round(yaw / 5) * 5;
    const { file: leanFile, zoom } = leanPicture(lean.follow(guidance, at));
    leans ||= guidance.step === 'lean-in';
    const pose = leans ? leanFile : turnFile(shown);
    const face = faces.get(pose) ?? (await attacker.face(pose));
    faces.set(pose, face);
    const shake = sway(at);
    const scale = (leans ? zoom : 1) * (1 + shake.z / 900);
    const move = { x: shake.x * swayPixels, y: shake.y * swayPixels, roll: shake.roll, scale };
    const { centre } = leans ? face : straight;
    const surface = wornSurface(face, leans ? 0 : shown);
    const image = attacker.image(leans ? pose : blinks(pose, at));
    return camera.shoot({
      paintBackground: (canvas) => paintPerson(canvas, image, centre, move, { left: 1, right: 1 }),
      surfaces: [surface],
      gain: 1,
    });

    /** The paper where the face is in this picture, moved as the person has moved. */
    function wornSurface({ centre: at2, eyeDistance }: FacePicture, degrees: number): Surface {
      const angle = (degrees * Math.PI) / 180;
      const eyes = leans ? eyeDistance : straight.eyeDistance;
      const distance = (focal * eyesMm) / (eyes * scale);
      const [fx, fy] = [at2.x - centre.x, at2.y - centre.y];
      const px = centre.x + scale * (fx * Math.cos(shake.roll) - fy * Math.sin(shake.roll)) + move.x;
      const py = centre.y + scale * (fx * Math.sin(shake.roll) + fy * Math.cos(shake.roll)) + move.y;
      const slipped = slip(at);
      return {
        ...mask,
        curvature,
        axis: 0,
        pose: {
          x: ((px - width / 2) * distance) / focal + standOff * Math.sin(angle) + slipped.x,
          y: ((py - height / 2) * distance) / focal + slipped.y,
          z: distance - standOff * Math.cos(angle),
          yaw: angle + slipped.yaw,
          pitch: slipped.pitch,
          roll: shake.roll + slipped.roll,
        },
      };
    }
  };
}
