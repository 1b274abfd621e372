import type { FaceAdvice } from '../verification/frame-guidance.ts';

type Text = readonly [ja: string, en: string];

const sentences: Readonly<Record<FaceAdvice, Text>> = {
  'no-face': ['カメラにお顔が写るようにしてください。', 'Please let the camera see your face.'],
  'several-faces': ['おひとりで写るようにしてください。', 'Please let only one person be in the picture.'],
  'come-closer': ['もう少し近づいてください。', 'Please come a little closer.'],
  'move-back': ['少し離れてください。', 'Please move back a little.'],
  'move-to-centre': [
    'お顔全体が中央に写るようにしてください。',
    'Please bring your whole face to the middle.',
  ],
  'too-dark': [
    '少し暗いようです。明るいほうへお顔を向けてください。',
    'It is a little dark. Please turn towards the light.',
  ],
  'too-bright': [
    '少し明るすぎるようです。強い光を避けてください。',
    'It is a little too bright. Please step out of the strong light.',
  ],
  'hold-still': ['そのまま少しお待ちください。', 'Please hold still for a moment.'],
  'open-eyes': ['目を開けてください。', 'Please open your eyes.'],
  'uncover-face': ['お顔が隠れないようにしてください。', 'Please let your whole face be seen.'],
  'face-the-camera': ['カメラをまっすぐ見てください。', 'Please look straight at the camera.'],
  'turn-further': ['もう少し横を向いてください。', 'Please turn a little further.'],
  'turn-less': ['少し向きを戻してください。', 'Please turn back a little.'],
  'other-way': ['反対のほうを向いてください。', 'Please turn the other way.'],
  'remove-mask': ['よろしければマスクを外してください。', 'Please take off your mask if you can.'],
  'remove-dark-glasses': ['色の濃い眼鏡は外してください。', 'Please take off your dark glasses.'],
  'hair-off-eyes': [
    '前髪を目にかからないようにしてください。',
    'Please brush your hair away from your eyes.',
  ],
  'hand-off-face': ['手をお顔の前から下ろしてください。', 'Please lower your hand from your face.'],
  'calm-expression': ['口を閉じて、楽にしてください。', 'Please close your mouth and relax your face.'],
  'light-from-behind': [
    '後ろからの光が強いようです。向きか場所を変えてください。',
    'There is strong light behind you. Please turn or move a little.',
  ],
  'lean-further': ['もう少し前に近づいてください。', 'Please lean in a little further.'],
};

/** The sentence that goes with an advice where no screen has its own. It asks; it never doubts the person. */
export function adviceSentence(advice: FaceAdvice): { readonly ja: string; readonly en: string } {
  const [ja, en] = sentences[advice];
  return { ja, en };
}
