import type { GuidanceAdvice, GuidanceStep } from '@honnin/terminal/screen-protocol';
import { m } from '../messages/m.ts';

const stepTexts: Readonly<Record<GuidanceStep, () => string>> = {
  'look-straight': m.face_step_look_straight,
  'turn-left': m.face_step_turn_left,
  'turn-right': m.face_step_turn_right,
  'lean-in': m.face_step_lean_in,
  'look-back': m.face_step_look_back,
  done: m.face_step_done,
};

const adviceTexts: Readonly<Record<Exclude<GuidanceAdvice, 'other-way' | 'turn-further'>, () => string>> = {
  'no-face': m.face_advice_no_face,
  'several-faces': m.face_advice_several_faces,
  'come-closer': m.face_advice_come_closer,
  'move-back': m.face_advice_move_back,
  'move-to-centre': m.face_advice_move_to_centre,
  'too-dark': m.face_advice_too_dark,
  'too-bright': m.face_advice_too_bright,
  'hold-still': m.face_advice_hold_still,
  'open-eyes': m.face_advice_open_eyes,
  'uncover-face': m.face_advice_uncover_face,
  'face-the-camera': m.face_advice_face_the_camera,
  'turn-less': m.face_advice_turn_less,
  'remove-mask': m.face_advice_remove_mask,
  'remove-dark-glasses': m.face_advice_remove_dark_glasses,
  'hair-off-eyes': m.face_advice_hair_off_eyes,
  'hand-off-face': m.face_advice_hand_off_face,
  'calm-expression': m.face_advice_calm_expression,
  'light-from-behind': m.face_advice_light_from_behind,
  'lean-further': m.face_advice_lean_further,
};

/** How somebody who is asked to look back has moved before: the head turned, or leaned in. */
export type MovedBefore = 'turned' | 'leaned';

/** The one sentence that helps now: advice before the step, and which way is the other way. */
export function guidanceText(step: GuidanceStep, advice: GuidanceAdvice | null, before: MovedBefore): string {
  // Who is on the way needs to know which way, not that it is not enough yet.
  if (advice === null || advice === 'turn-further') {
    return step === 'look-back' && before === 'leaned' ? m.face_step_lean_back() : stepTexts[step]();
  }
  if (advice !== 'other-way') return adviceTexts[advice]();
  if (step === 'turn-left') return m.face_advice_other_way_left();
  return step === 'turn-right' ? m.face_advice_other_way_right() : stepTexts[step]();
}
