import type { CardAdvice, CardGuidance, FailureView, Screen } from '@honnin/terminal/screen-protocol';
import type { AgentState, Guidance } from '../agent/agent-link.ts';
import type { MatchingDraft } from '../entry/matching-draft.ts';
import type { ConsentPage } from '../screens/consents-screen.tsx';
import type { MatchingPart } from '../screens/matching-number-screen.tsx';
import type { VisitStep } from '../visit/visit-step.ts';

/** One state of the kiosk with fictional data, as the gallery shows it. */
export interface SampleScreen {
  readonly screen: Screen | null;
  readonly link?: AgentState['link'];
  readonly guidance?: Guidance;
  readonly cardGuidance?: CardGuidance;
  readonly draft?: MatchingDraft;
  readonly consents?: ConsentPage;
  readonly matching?: MatchingPart;
  /** Where the person was, for screens that stay there. */
  readonly step?: VisitStep;
}

const failure = (code: string, number: string, ja: string, en: string): FailureView => ({
  code,
  number,
  patient: { ja, en },
});
const guidance = (part: Partial<Guidance>): Guidance => ({
  step: 'look-straight',
  advice: null,
  progress: 0.15,
  box: null,
  yaw: 0,
  ...part,
});
const cardSeen = (advice: CardAdvice | null, settled: number): SampleScreen => ({
  screen: { name: 'show-card', cardPresent: true },
  cardGuidance: {
    type: 'card-guidance',
    advice,
    settled: { birthDate: settled > 0, expiryYear: settled > 1, securityCode: settled > 2 },
  },
});
const pinLocked = failure(
  'pin-locked',
  'C203',
  '暗証番号がロックされています。顔または職員による確認をお選びください。',
  'The PIN is locked. Please choose your face or a check by our staff.',
);
const noPhoto = failure(
  'card-has-no-photo',
  'I301',
  'このカードには顔写真がないため、顔での確認はできません。',
  'This card has no photo, so your face cannot be checked.',
);
const draft: MatchingDraft = {
  birth: { era: 'showa', year: '59', month: '5', day: '' },
  expiry: '3',
  code: '48',
  residence: '',
};
const done = (part: Partial<Extract<Screen, { name: 'done' }>>): Screen => ({
  name: 'done',
  personName: '佐藤　健一',
  validity: '1',
  notes: [],
  staffNeeded: false,
  cardPresent: true,
  ...part,
});
const everyGroup = ['YZK', 'SRJ', 'SHJ', 'TKK', 'TSR'] as const;
const choose = (part: Partial<Extract<Screen, { name: 'choose-method' }>>): Screen => ({
  name: 'choose-method',
  methods: ['face', 'pin', 'staff'],
  unavailable: [],
  inGrace: false,
  cardHolder: null,
  ...part,
});

/** Every state worth looking at, by name. The names are the gallery's addresses. */
export const sampleScreens: Readonly<Record<string, SampleScreen>> = {
  welcome: { screen: { name: 'welcome', reader: 'ready' } },
  'welcome-reader-missing': { screen: { name: 'welcome', reader: 'missing' } },
  'welcome-service-down': { screen: { name: 'welcome', reader: 'service-down' } },
  starting: { screen: null, link: 'connecting' },
  away: { screen: null, link: 'away' },
  replaced: { screen: null, link: 'replaced' },
  'reading-card': { screen: { name: 'reading-card' } },
  'choose-method': { screen: choose({}) },
  'choose-method-in-grace': { screen: choose({ inGrace: true }) },
  'choose-method-pin-locked': {
    screen: choose({
      methods: ['face', 'staff'],
      unavailable: [{ method: 'pin', failure: pinLocked }],
    }),
  },
  'choose-method-no-photo': {
    screen: choose({
      methods: ['pin', 'staff'],
      unavailable: [{ method: 'face', failure: noPhoto }],
    }),
  },
  'choose-method-staff-only': {
    screen: choose({
      methods: ['staff'],
      unavailable: [
        { method: 'face', failure: noPhoto },
        { method: 'pin', failure: pinLocked },
      ],
      inGrace: true,
    }),
  },
  'show-card-opening': { screen: { name: 'show-card', cardPresent: true } },
  'show-card-hold-still': cardSeen('hold-still', 1),
  'show-card-uncover-code': cardSeen('uncover-code', 2),
  'show-card-avoid-glare': cardSeen('avoid-glare', 0),
  'show-card-no-card': cardSeen('no-card', 0),
  'show-card-other-side': cardSeen('other-side', 0),
  'show-card-good': cardSeen(null, 2),
  'lay-card-again': { screen: { name: 'lay-card-again' } },
  'matching-not-read': {
    screen: { name: 'matching-number', triesLeft: 3, wrong: false, camera: 'not-read' },
    draft,
  },
  'matching-birth': {
    screen: { name: 'matching-number', triesLeft: 8, wrong: false, camera: 'not-tried' },
    draft,
  },
  'matching-birth-wrong': {
    screen: { name: 'matching-number', triesLeft: 7, wrong: true, camera: 'not-tried' },
    draft,
  },
  'matching-expiry': {
    screen: { name: 'matching-number', triesLeft: 8, wrong: false, camera: 'not-tried' },
    draft,
    matching: 'expiry',
  },
  'matching-code': {
    screen: { name: 'matching-number', triesLeft: 8, wrong: false, camera: 'not-tried' },
    draft,
    matching: 'code',
  },
  'residence-number': { screen: { name: 'residence-number', wrong: false } },
  'residence-number-digits': {
    screen: { name: 'residence-number', wrong: false },
    draft: { ...draft, residence: 'XV2026' },
  },
  'residence-number-wrong': {
    screen: { name: 'residence-number', wrong: true },
    draft: { ...draft, residence: 'XV20260401NA' },
  },
  'face-opening': { screen: { name: 'face', triesLeft: 5, withoutTurning: false } },
  'face-look-straight': {
    screen: { name: 'face', triesLeft: 5, withoutTurning: false },
    guidance: guidance({}),
  },
  'face-turn-left': {
    screen: { name: 'face', triesLeft: 5, withoutTurning: false },
    guidance: guidance({ step: 'turn-left', progress: 0.45 }),
  },
  'face-turn-right': {
    screen: { name: 'face', triesLeft: 5, withoutTurning: false },
    guidance: guidance({ step: 'turn-right', progress: 0.6 }),
  },
  'face-come-closer': {
    screen: { name: 'face', triesLeft: 4, withoutTurning: false },
    guidance: guidance({ advice: 'come-closer' }),
  },
  ...Object.fromEntries(
    (
      [
        'remove-mask',
        'remove-dark-glasses',
        'hair-off-eyes',
        'hand-off-face',
        'calm-expression',
        'light-from-behind',
        'move-back',
        'open-eyes',
      ] as const
    ).map((advice): readonly [string, SampleScreen] => [
      `face-${advice}`,
      {
        screen: { name: 'face', triesLeft: 4, withoutTurning: false },
        guidance: guidance({ advice }),
      },
    ]),
  ),
  'face-lean-in': {
    screen: { name: 'face', triesLeft: 5, withoutTurning: true },
    guidance: guidance({ step: 'lean-in', progress: 0.45 }),
  },
  'face-lean-further': {
    screen: { name: 'face', triesLeft: 5, withoutTurning: true },
    guidance: guidance({ step: 'lean-in', advice: 'lean-further', progress: 0.5 }),
  },
  'face-uncover': {
    screen: { name: 'face', triesLeft: 4, withoutTurning: false },
    guidance: guidance({ advice: 'uncover-face' }),
  },
  pin: { screen: { name: 'pin', triesLeft: 3, wrong: false, lastTry: false } },
  'pin-wrong': { screen: { name: 'pin', triesLeft: 2, wrong: true, lastTry: false } },
  'pin-last-try': { screen: { name: 'pin', triesLeft: 1, wrong: true, lastTry: true } },
  checking: { screen: { name: 'checking' } },
  'waiting-for-staff': { screen: { name: 'waiting-for-staff', because: null } },
  'waiting-for-staff-child': {
    screen: {
      name: 'waiting-for-staff',
      because: failure(
        'child-needs-staff',
        'I312',
        '職員が確認します。お子さまは、職員がカードの写真とお顔を見比べます。カードを置いたまま、お待ちください。',
        'Our staff will check. For children, a member of staff compares the face with the photo on the card. Please leave the card where it is.',
      ),
    },
  },
  consents: { screen: { name: 'consents', groups: [...everyGroup], offersPrescriptionChoice: true } },
  'consents-each': {
    screen: { name: 'consents', groups: [...everyGroup], offersPrescriptionChoice: true },
    consents: 'each',
  },
  'consents-prescription': {
    screen: { name: 'consents', groups: [...everyGroup], offersPrescriptionChoice: true },
    consents: 'prescription',
  },
  'looking-up': { screen: { name: 'looking-up' } },
  done: { screen: done({}) },
  'done-card-taken': { screen: done({ cardPresent: false }) },
  'done-expires-soon': {
    screen: done({
      notes: [
        failure(
          'certificate-expires-soon',
          'E301',
          'カードの電子証明書の期限が近づいています。お住まいの市区町村で更新してください。',
          'The certificate in your card expires soon. Please renew it at your municipal office.',
        ),
      ],
    }),
  },
  'done-not-in-force': { screen: done({ validity: '2', staffNeeded: true }) },
  'done-newer-coverage': { screen: done({ validity: '3', staffNeeded: true }) },
  'done-none-found': {
    screen: done({ validity: '4', staffNeeded: true, personName: '長谷川　エリザベート美登里' }),
  },
  'done-several': { screen: done({ validity: '5', staffNeeded: true, cardPresent: false }) },
  'done-medical-aid': { screen: done({ validity: '6', staffNeeded: true, personName: null }) },
  'failure-face': {
    step: 2,
    screen: {
      name: 'failure',
      failure: failure(
        'face-does-not-match',
        'F301',
        'カードの写真と同じ方であることを確認できませんでした。もう一度試すか、暗証番号または職員による確認をお選びください。',
        'We could not confirm that you are the person on the card’s photo. Please try again, or choose the PIN or a check by our staff.',
      ),
      actions: ['retry', 'pin', 'staff', 'end'],
      cardPresent: true,
      faceAgainInSeconds: null,
    },
  },
  'failure-face-wait': {
    step: 2,
    screen: {
      name: 'failure',
      failure: failure(
        'face-tries-wait',
        'I311',
        '少し間をあけて、またお試しいただけます。お急ぎのときは、暗証番号または職員による確認をお選びください。',
        'You can try again in a moment. If you are in a hurry, please choose the PIN or a check by our staff.',
      ),
      actions: ['pin', 'staff', 'end'],
      cardPresent: true,
      faceAgainInSeconds: 28,
    },
  },
  'failure-take-card': {
    step: 2,
    screen: {
      name: 'failure',
      failure: failure(
        'visit-cancelled',
        'I401',
        '受付をやめました。カードをお取りください。',
        'Check-in was stopped. Please take your card.',
      ),
      actions: [],
      cardPresent: true,
      faceAgainInSeconds: null,
    },
  },
  'failure-removed': {
    step: 2,
    screen: {
      name: 'failure',
      failure: failure(
        'card-removed',
        'C104',
        'カードが離れたため、受付を止めました。もう一度カードを置いて、はじめからお願いします。',
        'The card left the reader, so check-in was stopped. Please lay it down again to start over.',
      ),
      actions: [],
      cardPresent: false,
      faceAgainInSeconds: null,
    },
  },
  'failure-reception': {
    step: 3,
    screen: {
      name: 'failure',
      failure: failure(
        'reception-unreachable',
        'T101',
        'ただいまこの機械では受付できません。恐れ入りますが、カードをお持ちになって受付の窓口へお越しください。',
        'This machine cannot check you in just now. Please take your card and come to the reception desk.',
      ),
      actions: ['retry', 'end'],
      cardPresent: true,
      faceAgainInSeconds: null,
    },
  },
  'insurance-at-desk': {
    screen: {
      name: 'insurance-at-desk',
      message: failure(
        'document-not-insurance-card',
        'I401',
        'ご本人の確認は終わりました。健康保険の確認のため、保険の資格がわかるものをお持ちになって、受付の窓口へお越しください。',
        'You have been identified. For your health insurance, please bring your insurance details to the reception desk.',
      ),
      cardPresent: true,
    },
  },
  'still-there': { step: 3, screen: { name: 'still-there', secondsLeft: 20 } },
};
