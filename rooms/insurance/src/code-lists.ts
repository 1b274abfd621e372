import type { BilingualText } from '@honnin/outcome';
import { type Static, Type } from 'typebox';
import { type CodeList, codesOf } from './code-list.ts';

const label = (ja: string, en: string): BilingualText => ({ ja, en });

const listOf = <Code extends string>(values: Record<Code, BilingualText>): CodeList<Code> =>
  Object.freeze(values);

const yesOrNo = () => listOf({ '01': label('あり', 'Yes'), '02': label('なし', 'No') });

/**
 * The code lists of the online eligibility check that Honnin uses. The number of each list (OQSCD…) is the
 * one of the official business codes; the keys are the codes as they stand in files.
 */
export const codeLists = {
  /** OQSCD001: consent to the limit certificate. Since 2024-10 no longer asked; 1 by default. */
  limitConsent: listOf({ '0': label('未同意', 'Not agreed'), '1': label('同意', 'Agreed') }),
  /** OQSCD002: what the person was looked up by. */
  referenceClassification: listOf({
    '1': label('マイナンバーカード', 'My Number card'),
    '2': label('被保険者証情報', 'Insured card data'),
  }),
  /** OQSCD003 */
  segmentOfResult: listOf({
    '1': label('正常終了', 'Done'),
    '2': label('処理中', 'Still processing'),
    '9': label('異常終了', 'Failed'),
  }),
  /** OQSCD004 */
  processingResultStatus: listOf({ '1': label('正常終了', 'Done'), '2': label('エラー', 'Error') }),
  /** OQSCD005 */
  characterCode: listOf({ '0': label('UTF-8', 'UTF-8'), '1': label('Shift_JIS', 'Shift_JIS') }),
  /** OQSCD006 */
  validity: listOf({
    '1': label('有効', 'In force'),
    '2': label('無効', 'Not in force'),
    '3': label('無効（新しい資格あり）', 'Not in force; a newer coverage exists'),
    '4': label('該当資格なし', 'No coverage found'),
    '5': label('複数該当', 'Several coverages found'),
    '6': label('有効（未登録）', 'In force; no ticket registered'),
  }),
  /** OQSCD007 */
  sex: listOf({ '1': label('男', 'Male'), '2': label('女', 'Female'), '3': label('未設定', 'Not stated') }),
  /** OQSCD008 */
  reasonOfLoss: listOf({
    '01': label('死亡', 'Death'),
    '02': label('生活保護受給開始', 'Public assistance began'),
    '03': label('医療保険等の資格取得', 'Another health insurance began'),
    '99': label('その他', 'Other'),
  }),
  /** OQSCD009 */
  personalFamily: listOf({ '1': label('本人', 'Insured person'), '2': label('家族', 'Family member') }),
  /** OQSCD010, and A1 for medical aid */
  cardClassification: listOf({
    '01': label('被保険者証（一般）', 'Insured card (general)'),
    '02': label('被保険者証（退職）', 'Insured card (retired)'),
    '03': label('短期被保険者証（一般）', 'Short-term insured card (general)'),
    '04': label('短期被保険者証（退職）', 'Short-term insured card (retired)'),
    '05': label('特別療養費支給対象者', 'Pays in full, refunded later'),
    '06': label('特例退職被保険者証', 'Insured card (special retired)'),
    '07': label('自衛官診療証', 'Self-Defense Forces treatment card'),
    A1: label('医療扶助', 'Medical aid'),
  }),
  /** OQSCD011 */
  limitClassification: listOf({
    '01': label('限度額適用認定証', 'Limit certificate'),
    '02': label('限度額適用・標準負担額減額認定証', 'Limit and reduced standard amount certificate'),
    '03': label('標準負担額減額認定証', 'Reduced standard amount certificate'),
  }),
  /** OQSCD012: A under 70, B from 70 on. */
  limitFlag: listOf({
    A01: label('ア', 'A (a)'),
    A02: label('イ', 'A (i)'),
    A03: label('ウ', 'A (u)'),
    A04: label('エ', 'A (e)'),
    A05: label('オ', 'A (o)'),
    A06: label('オ（境）', 'A (o), borderline'),
    B01: label('現役並みⅢ', 'Working income III'),
    B02: label('現役並みⅡ', 'Working income II'),
    B03: label('現役並みⅠ', 'Working income I'),
    B04: label('一般', 'General (70 to 74)'),
    B05: label('低所得Ⅱ', 'Low income II'),
    B06: label('低所得Ⅰ', 'Low income I'),
    B07: label('低所得Ⅰ（老福）', 'Low income I (old-age welfare pension)'),
    B08: label('低所得Ⅰ（境）', 'Low income I (borderline)'),
    B09: label('一般Ⅱ', 'General II (75 and over)'),
    B10: label('一般Ⅰ', 'General I (75 and over)'),
  }),
  /** OQSCD013 */
  specificDisease: listOf({
    '1': label('人工透析が必要な慢性腎不全', 'Chronic renal failure on dialysis'),
    '2': label('先天性血液凝固因子障害', 'Congenital clotting factor disorder'),
    '3': label('血液製剤に起因するHIV感染症', 'HIV infection from blood products'),
  }),
  /** OQSCD015 */
  preschool: listOf({ '1': label('未就学', 'Not yet at school') }),
  /** OQSCD016 */
  consentFlag: listOf({
    '0': label('同意なし', 'Not agreed'),
    '1': label('同意あり', 'Agreed'),
    '2': label('同意有効期限切れ', 'Agreement has run out'),
    '3': label('同意取得困難', 'Could not be asked (emergency)'),
  }),
  /** OQSCD017 */
  prescriptionIssue: listOf({
    '1': label('電子処方箋', 'Electronic prescription'),
    '2': label('紙の処方箋', 'Paper prescription'),
  }),
  /** OQSCD018 */
  ticketType: listOf({ '01': label('医療券', 'Medical ticket'), '02': label('調剤券', 'Dispensing ticket') }),
  /** OQSCD019 */
  treatmentType: listOf({
    '01': label('入院', 'In-patient'),
    '02': label('入院外', 'Out-patient'),
    '03': label('歯科', 'Dental'),
    '04': label('調剤', 'Dispensing'),
    '05': label('訪問看護', 'Home nursing'),
  }),
  /** OQSCD020 */
  singleOrCombinedUse: listOf({
    '01': label('単独', 'Medical aid alone'),
    '02': label('併用', 'Together with another payer'),
  }),
  /** OQSCD021 */
  socialInsurance: yesOrNo(),
  /** OQSCD022 */
  consistencyFlag: listOf({ '1': label('不整合あり', 'Does not agree with another record') }),
  /** OQSCD023: Infectious Diseases Act, article 37-2 */
  infection: yesOrNo(),
  /** OQSCD024 */
  elderlyMedicalCare: yesOrNo(),
  /** OQSCD025 */
  prefecturalExpenses: yesOrNo(),
  /** OQSCD026 */
  designatedInstitution: listOf({
    '0': label('一致', 'This institution'),
    '1': label('不一致', 'Another institution'),
  }),
  /** OQSCD036: what the patient lets the institution see. Since 2025 asked by group. */
  consentGroup: listOf({
    TSR: label('特定疾病療養受療証情報', 'Specific disease certificate'),
    TKK: label('特定健診情報', 'Health check-ups'),
    YZK: label('薬剤・処方情報', 'Medicines and prescriptions'),
    SRJ: label('診療・アレルギー・検査情報', 'Treatment, allergies and tests'),
    SHJ: label('手術・傷病名・感染症情報', 'Operations, diagnoses and infections'),
  }),
};

/** Shares of the costs that a person pays, in per cent with a leading zero. */
export const ContributionRatio = Type.Enum(['010', '020', '030']);
export type ContributionRatio = Static<typeof ContributionRatio>;

export const Validity = codesOf(codeLists.validity);
export type Validity = Static<typeof Validity>;

export const Sex = codesOf(codeLists.sex);
export type Sex = Static<typeof Sex>;

export const ReasonOfLoss = codesOf(codeLists.reasonOfLoss);
export type ReasonOfLoss = Static<typeof ReasonOfLoss>;

export const PersonalFamily = codesOf(codeLists.personalFamily);
export type PersonalFamily = Static<typeof PersonalFamily>;

export const CardClassification = codesOf(codeLists.cardClassification);
export type CardClassification = Static<typeof CardClassification>;

export const LimitClassification = codesOf(codeLists.limitClassification);
export type LimitClassification = Static<typeof LimitClassification>;

export const LimitFlag = codesOf(codeLists.limitFlag);
export type LimitFlag = Static<typeof LimitFlag>;

export const SpecificDisease = codesOf(codeLists.specificDisease);
export type SpecificDisease = Static<typeof SpecificDisease>;

export const PrescriptionIssue = codesOf(codeLists.prescriptionIssue);
export type PrescriptionIssue = Static<typeof PrescriptionIssue>;

export const ConsentGroup = codesOf(codeLists.consentGroup);
export type ConsentGroup = Static<typeof ConsentGroup>;
