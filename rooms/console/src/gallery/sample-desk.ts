import type { Arrival } from '@honnin/reception/staff-api';
import { sampleArrival } from './sample-arrivals.ts';
import { sampleCoverages } from './sample-coverages.ts';

const time = (minutes: number) =>
  new Date(Date.parse('2026-11-24T00:00:00Z') + minutes * 60_000).toISOString();
const consents = (minutes: number, given: boolean): Arrival['consents'] =>
  (['YZK', 'SRJ', 'SHJ', 'TKK'] as const).map((group) => ({
    group,
    given: given && group !== 'SHJ',
    at: time(minutes),
    ...(given && group !== 'SHJ' ? { availableUntil: time(minutes + 24 * 60) } : {}),
  }));
const file = (minutes: number) =>
  `OQSsiquc01res_face_131999999100000000000000${String(minutes).padStart(3, '0')}_20261124${String(9 + Math.floor(minutes / 60)).padStart(2, '0')}${String(minutes % 60).padStart(2, '0')}30.xml`;

/** Fictional visits, one of each kind. */
export const sampleDesk = {
  waiting: sampleArrival({
    visitId: 'waiting',
    openedAt: time(26),
    updatedAt: time(28),
    state: 'help-wanted',
    terminalName: '１階受付　２番機',
    attention: [
      {
        code: 'help-wanted',
        number: 'R113',
        ja: '患者さんが係員を待っています。',
        en: 'The patient is waiting for staff.',
        action: {
          ja: '端末へ行き、お手伝いください。本人と券面の写真を見比べたときは、結果をこの画面で選んでください。',
          en: 'Go to the terminal and help. If you compare the person with the photo, choose the result here.',
        },
      },
    ],
  }),
  problem: sampleArrival({
    visitId: 'problem',
    openedAt: time(21),
    updatedAt: time(22),
    state: 'problem',
    method: 'face',
    attention: [
      {
        code: 'certificate-revoked',
        number: 'R117',
        ja: 'このカードの電子証明書は失効しています。',
        en: 'The certificate of this card has been revoked.',
        action: {
          ja: '責めることなく、別の方法で本人と資格を確かめ、市区町村の窓口をご案内ください。',
          en: 'Without blame, check person and coverage another way, and point to the municipal office.',
        },
      },
    ],
  }),
  employee: sampleArrival({
    visitId: 'employee',
    openedAt: time(24),
    updatedAt: time(25),
    state: 'done',
    method: 'face',
    validity: '1',
    person: {
      name: '佐藤　健一',
      kana: 'サトウ　ケンイチ',
      sex: '1',
      birthDate: '1984-05-12',
      postCode: '000-0011',
      address: '東京都架空区見本町一丁目２番３号',
    },
    coverages: [sampleCoverages.employees],
    consents: consents(24, true),
    fileName: file(24),
    referenceNumber: '0000123',
  }),
  elderly: sampleArrival({
    visitId: 'elderly',
    openedAt: time(18),
    updatedAt: time(19),
    state: 'done',
    method: 'pin',
    validity: '1',
    person: {
      name: '田中　和子',
      kana: 'タナカ　カズコ',
      sex: '2',
      birthDate: '1954-02-10',
      address: '東京都架空区見本町四丁目５番６号　メゾン架空１０２号室',
      postCode: '000-0012',
    },
    coverages: [sampleCoverages.national],
    consents: consents(18, true),
    fileName: file(18),
    seen: true,
  }),
  aid: sampleArrival({
    visitId: 'aid',
    openedAt: time(14),
    updatedAt: time(15),
    state: 'done',
    method: 'face',
    validity: '1',
    person: { name: '山本　幸子', kana: 'ヤマモト　サチコ', sex: '2', birthDate: '1970-01-01' },
    coverages: [sampleCoverages.aid],
    consents: consents(14, false),
    fileName: file(14),
  }),
  changed: sampleArrival({
    visitId: 'changed',
    openedAt: time(12),
    updatedAt: time(13),
    state: 'done',
    method: 'face',
    validity: '2',
    person: { name: '高橋　美咲', kana: 'タカハシ　ミサキ', sex: '2', birthDate: '1995-11-30' },
    coverages: [sampleCoverages.lost],
    consents: consents(12, true),
    fileName: file(12),
    attention: [
      {
        code: 'coverage-lost-insurance-changed',
        number: 'R102',
        ja: '別の保険に入ったため、この資格は失われています。新しい資格の登録がまだ届いていません。',
        en: 'This coverage ended because another insurance began; the new one is not registered yet.',
        action: {
          ja: '新しい保険者の資格確認書か資格情報のお知らせで確認してください。なければ、新しい保険者に電話で確かめてください。',
          en: "Check by the new insurer's certificate or notice; if there is none, telephone the new insurer.",
        },
      },
    ],
  }),
  variant: sampleArrival({
    visitId: 'variant',
    openedAt: time(8),
    updatedAt: time(9),
    state: 'done',
    method: 'staff',
    validity: '1',
    person: { name: '渡邊󠄂　𠮷隆', kana: 'ワタナベ　ヨシタカ', sex: '1', birthDate: '1975-06-06' },
    coverages: [sampleCoverages.dialysis],
    consents: consents(8, true),
    fileName: file(8),
    substitutions: [
      { character: '邊󠄂', replacedBy: '邊', where: 'Name' },
      { character: '𠮷', replacedBy: '●', where: 'Name' },
    ],
    attention: [
      {
        code: 'variant-characters-substituted',
        number: 'R112',
        ja: '病院のファイルでは書けない文字があり、置き換えました。登録されている文字はこの画面で見られます。',
        en: 'The hospital’s file could not carry some characters; they were replaced. This screen shows the registered ones.',
        action: {
          ja: '処方箋や領収書には、この画面に出ている登録の文字を見て正しい氏名を使ってください。',
          en: 'Use the registered characters on this screen for prescriptions and receipts.',
        },
      },
    ],
  }),
  unregistered: sampleArrival({
    visitId: 'unregistered',
    openedAt: time(4),
    updatedAt: time(5),
    state: 'done',
    method: 'face',
    validity: '4',
    seen: true,
    person: { name: '伊藤　大輔', kana: 'イトウ　ダイスケ', sex: '1', birthDate: '1990-07-21' },
    fileName: file(4),
    attention: [
      {
        code: 'no-coverage-found',
        number: 'R106',
        ja: '登録されている資格が見つかりません。保険に入っていないとは限りません。',
        en: 'No coverage is registered. This does not mean that the patient is uninsured.',
        action: {
          ja: '資格確認書か資格情報のお知らせがあれば、それで確認してください。なければ被保険者資格申立書をご案内ください。',
          en: 'If there is a certificate or notice of coverage, use it; otherwise offer the declaration form.',
        },
      },
    ],
  }),
  oldest: sampleArrival({
    visitId: 'oldest',
    openedAt: time(2),
    updatedAt: time(3),
    state: 'done',
    method: 'face',
    validity: '1',
    seen: true,
    person: { name: '鈴木　正雄', kana: 'スズキ　マサオ', sex: '1', birthDate: '1936-08-03' },
    coverages: [sampleCoverages.oldOld],
    consents: consents(2, true),
    fileName: file(2),
  }),
  left: sampleArrival({ visitId: 'left', openedAt: time(1), updatedAt: time(3), state: 'left', seen: true }),
  running: sampleArrival({
    visitId: 'running',
    openedAt: time(29),
    updatedAt: time(29),
    state: 'identifying',
  }),
} satisfies Record<string, Arrival>;
