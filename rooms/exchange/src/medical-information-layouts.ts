import type { Layout, LayoutField } from './layout.ts';
import {
  any,
  branch,
  date,
  groupOf,
  institution,
  insurer,
  kana,
  maybe,
  month,
  one,
  text,
  values,
} from './layout-field.ts';

/**
 * Requests for medicines and treatment (YZK) and for check-ups (TKK), and their answers. Their tags differ
 * from those of the OQS messages. One source knows them in detail, so what they hold is checked loosely.
 */
const requestHeader: readonly LayoutField[] = [
  one('MedicalInstitutionCode', institution),
  one('InsurerNumber', insurer),
  maybe('InsuranceCardSymbol', text(20)),
  one('InsuredPersonIdentificationNumber', text(20)),
  maybe('BranchNumber', branch),
  maybe('ArbitraryFileIdentifier', text()),
];

const commonBody = [
  maybe('PrDiInfClassification', values('1')),
  one('MedicalTreatmentFlag', values('1', '2', '3')),
];

const texts = (...tags: readonly string[]): LayoutField[] => tags.map((tag) => maybe(tag, text()));

export const medicineRequest: Layout = {
  header: requestHeader,
  body: [
    one('StartDate', month),
    one('EndDate', month),
    one('FileCategory', values('1', '2', '3', '4')),
    ...commonBody,
  ],
};

export const checkUpRequest: Layout = {
  header: requestHeader,
  body: [one('FileCategory', values('1', '2')), ...commonBody],
};

/** Months of claims, of dispensing (Cz) or of prescribing (Sh) share their shape. */
function monthOf(
  prefix: '' | 'Cz' | 'Sh',
  names: { month: string; days: string; day: string; dates: readonly string[]; drug: string },
  monthTags: readonly string[],
  more: readonly LayoutField[] = [],
): LayoutField {
  const stems = [
    'MeTrIdCl',
    'UsageCl',
    'DrugC',
    'DrugN',
    'IngreN',
    'Qua1',
    'Unit',
    'UsageN',
    'SpInst',
    'Times',
  ];
  const drug = groupOf(...texts(...stems.map((stem) => prefix + stem)));
  const day = groupOf(
    ...names.dates.map((tag) => maybe(tag, date)),
    maybe(`${names.drug}s`, groupOf(any(names.drug, drug))),
    ...more,
  );
  return any(names.month, groupOf(...texts(...monthTags), maybe(names.days, groupOf(any(names.day, day)))));
}

const treatments = maybe(
  'MeTrInfs',
  groupOf(any('MeTrInf', groupOf(...texts('SinInfN', 'SinInfCd', 'MeTrIdCl', 'Qua1', 'Times', 'Unit')))),
);

const claims = monthOf(
  '',
  {
    month: 'MeTrMonthInf',
    days: 'DiDateInfs',
    day: 'DiDateInf',
    dates: ['DiDate', 'PrDate'],
    drug: 'DrugInf',
  },
  ['DiOrg', 'MeTrDiHCd', 'MeTrDiHNm', 'PrlsHCd', 'PrlsHNm', 'PrIsOrg', 'InOut', 'MeTrMonth'],
  [treatments],
);

const dispensing = monthOf(
  'Cz',
  {
    month: 'CzDiMonthInf',
    days: 'CzDiDateInfs',
    day: 'CzDiDateInf',
    dates: ['CzDiDate', 'CzPrDate'],
    drug: 'CzDrugInf',
  },
  ['CzDiOrg', 'CzMeTrDiHCd', 'CzMeTrDiHNm', 'CzPrlsHCd', 'CzPrlsHNm', 'CzPrIsOrg', 'CzPrCl', 'CzDiMonth'],
);

const prescribing = monthOf(
  'Sh',
  { month: 'ShPrMonthInf', days: 'ShPrDateInfs', day: 'ShPrDateInf', dates: ['ShPrDate'], drug: 'ShDrugInf' },
  ['ShPrOrg', 'ShPrHCd', 'ShPrHNm', 'ShPrIsOrg', 'ShPrCl', 'ShPrMonth'],
);

export const medicineAnswer: Layout = {
  header: [
    one('ResultCode', text()),
    maybe('MessageContents', text()),
    maybe(
      'QuaInf',
      groupOf(
        maybe('Name', text()),
        maybe('KanaName', kana),
        maybe('Birth', date),
        maybe('AdmGendCode', text()),
      ),
    ),
  ],
  body: [claims, maybe('CzDiInf', groupOf(dispensing)), maybe('ShPrInf', groupOf(prescribing))],
  bodyOptional: true,
};

export const checkUpAnswer: Layout = {
  header: [
    one('ResultCode', text()),
    maybe('MessageContents', text()),
    maybe(
      'QualificationsInfo',
      groupOf(
        maybe('Name', text()),
        maybe('KanasName', kana),
        maybe('Birthday', date),
        maybe('AdministrativeGenderCode', text()),
      ),
    ),
  ],
  body: [
    any(
      'SpecificHealthCheckupInfo',
      groupOf(
        maybe('EffectiveTime', date),
        maybe(
          'HealthCheckupResultAndQuestionInfos',
          groupOf(
            any(
              'HealthCheckupResultAndQuestionInfo',
              groupOf(
                ...texts('ItemCode', 'ItemName', 'DataType', 'DataValue', 'Unit', 'Oid', 'DataValueName'),
              ),
            ),
          ),
        ),
      ),
    ),
  ],
  bodyOptional: true,
};
