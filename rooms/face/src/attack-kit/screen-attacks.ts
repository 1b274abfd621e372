import type { AttackScene } from './attack-scene.ts';
import { askedSide } from './head-motion.ts';
import { stolenPicture } from './held-print.ts';
import { holdScreen } from './held-screen.ts';
import { createPersonFilm, plainFilm } from './person-film.ts';
import type { Player } from './player.ts';

/** A still picture of the victim on a screen that is turned and brought nearer as asked. */
export async function showStill(scene: AttackScene): Promise<Player> {
  const picture = await stolenPicture(scene.victim, false, scene.chance);
  return holdScreen(scene, () => picture.image, picture, 'turned');
}

/**
 * A film of the victim's own turns on a screen. `right-order`: an operator shows what is asked. `wrong-order`:
 * the film was taken at another visit; one of its first two turns at least is not the asked one, and every later
 * one is left or right by chance.
 */
export async function replayTurns(
  scene: AttackScene,
  order: 'right-order' | 'wrong-order',
  use: 'held' | 'filling' = 'held',
): Promise<Player> {
  const { chance, victim } = scene;
  const straight = await victim.face('live/frontal.jpg');
  const develop = plainFilm(victim, straight.centre);
  const sides = order === 'right-order' ? askedSide : createOtherOrder(scene);
  return holdScreen(scene, createPersonFilm(chance, develop, sides), straight, use);
}

/** The sides of a film whose turns were asked at another visit. */
function createOtherOrder({ chance }: AttackScene): typeof askedSide {
  const wrongTurn = chance.oneOf([0, 1]);
  let turn = -1;
  let asked = 'look-straight';
  let filmed: -1 | 0 | 1 = 0;
  return (step) => {
    const side = askedSide(step);
    if (step !== asked) {
      asked = step;
      if (side !== 0) {
        turn++;
        if (turn < wrongTurn) filmed = side;
        else if (turn === wrongTurn) filmed = side === 1 ? -1 : 1;
        else filmed = chance.oneOf([-1, 1]);
      }
    }
    return side === 0 ? 0 : filmed;
  };
}
