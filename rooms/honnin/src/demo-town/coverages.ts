import type { CalendarDate, Coverage, InstitutionCode } from '@honnin/insurance';

/** What the demo country knows of a persona's health insurance. */
export interface DemoInsurance {
  readonly coverages: Coverage[];
  /** The demo hospital's own number for the person, where they have been there before. */
  readonly referenceNumber?: string;
}

interface Facts {
  /** The persona's name as registered. */
  readonly name: string;
  readonly today: CalendarDate;
  /** Certificates of national insurance and of people of 75 and over run from August to July. */
  readonly year: {
    readonly validFrom: CalendarDate;
    readonly validTo: CalendarDate;
    readonly issuedOn: CalendarDate;
  };
  readonly institution: { readonly code: InstitutionCode; readonly name: string };
}

/**
 * The health insurance of a persona on `today`, each in a situation of its own; a persona that is not listed, and
 * the one who is still waiting to be registered, have none. Insurers and numbers are fictional.
 */
export function demoCoverages(
  person: { readonly id: string; readonly name: string },
  today: CalendarDate,
  institution: { readonly code: InstitutionCode; readonly name: string },
): DemoInsurance {
  const situation = situations[person.id];
  if (situation === undefined) return { coverages: [] };
  const august = `${today.slice(5) >= '08-01' ? today.slice(0, 4) : Number(today.slice(0, 4)) - 1}`;
  const year = {
    issuedOn: `${august}-07-15`,
    validFrom: `${august}-08-01`,
    validTo: `${Number(august) + 1}-07-31`,
  };
  return situation({ name: person.name, today, year, institution });
}

const company = { insurerNumber: '06139999', insurerName: '架空電機健康保険組合', symbol: '７１４' };
const association = {
  insurerNumber: '01149999',
  insurerName: '全国見本健康保険協会　架空支部',
  symbol: '２１７００５',
};
const town = { insurerNumber: '139999', insurerName: '東京都架空区', symbol: '架空' };
const city = { insurerNumber: '279999', insurerName: '大阪府仮想市', symbol: '仮想' };
const elderly = { insurerNumber: '39139999', insurerName: '東京都架空後期高齢者医療広域連合' };

const self = { cardClassification: '01', personalFamily: '1' } as const;
const family = { cardClassification: '01', personalFamily: '2' } as const;

const situations: Record<string, (facts: Facts) => DemoInsurance> = {
  sato: ({ name }) => ({
    coverages: [
      {
        ...self,
        ...company,
        number: '１０２３',
        branch: '00',
        insuredName: name,
        qualifiedOn: '2010-04-01',
        issuedOn: '2021-10-01',
        validFrom: '2010-04-01',
      },
    ],
    referenceNumber: '0004512',
  }),
  tanaka: ({ name, year }) => ({
    coverages: [
      {
        ...self,
        ...town,
        ...year,
        number: '７８９０',
        branch: '02',
        insuredName: name,
        qualifiedOn: '2014-03-31',
        elderlyRecipient: { ...year, ratio: '020' },
        limit: { ...year, classification: '02', flag: 'B05' },
      },
    ],
    referenceNumber: '0001187',
  }),
  suzuki: ({ year }) => ({
    coverages: [
      {
        cardClassification: '01',
        ...elderly,
        ...year,
        number: '01234567',
        qualifiedOn: '2011-08-03',
        contributionRatio: '010',
      },
    ],
    referenceNumber: '0000023',
  }),
  takahashi: ({ name, today }) => {
    // The last day at the old firm was the end of last month: the day after is the first day without its cover
    // (Health Insurance Act, article 36) and the first day of the new one.
    const change = `${today.slice(0, 7)}-01`;
    return {
      coverages: [
        {
          ...self,
          ...company,
          number: '２２０４',
          branch: '00',
          insuredName: name,
          qualifiedOn: '2018-04-01',
          lostOn: change,
          reasonOfLoss: '03',
          issuedOn: '2021-10-01',
          validFrom: '2018-04-01',
        },
        {
          ...self,
          ...association,
          number: '８８',
          branch: '00',
          insuredName: name,
          qualifiedOn: change,
          issuedOn: change,
          validFrom: change,
        },
      ],
    };
  },
  ito: () => ({ coverages: [] }),
  yamamoto: ({ today, institution }) => {
    const month = today.slice(0, 7);
    const next = new Date(`${month}-01T00:00:00Z`);
    next.setUTCMonth(next.getUTCMonth() + 1, 0);
    return {
      coverages: [
        {
          cardClassification: 'A1',
          insurerNumber: '12139999',
          insurerName: '東京都架空区福祉事務所',
          number: '4561230',
          qualifiedOn: '2024-02-01',
          medicalTickets: [
            {
              ticketType: '01',
              validDate: `${month}-01`,
              expirationDate: next.toISOString().slice(0, 10),
              issueNumber: '00012345',
              treatmentMonth: month,
              designatedInstitutionCode: institution.code,
              designatedInstitutionName: institution.name,
              injuryName1: '高血圧症',
              treatmentType: '02',
              selfPayAmount: 0,
              districtContactName: '架空第一地区',
              handlingContactName: '架空区福祉事務所　保護課',
              singleOrCombinedUse: '01',
              socialInsurance: '02',
              infection: '02',
              elderlyMedicalCare: '02',
              prefecturalExpenses: '02',
            },
          ],
        },
      ],
      referenceNumber: '0003370',
    };
  },
  nakamura: () => ({
    coverages: [
      {
        ...family,
        ...company,
        number: '３３１０',
        branch: '03',
        insuredName: '中村　拓也',
        qualifiedOn: '2018-04-09',
        issuedOn: '2021-10-01',
        validFrom: '2018-04-09',
      },
    ],
  }),
  kobayashi: ({ name, year }) => ({
    coverages: [
      {
        ...self,
        ...city,
        ...year,
        number: '５５２１',
        branch: '01',
        insuredName: name,
        qualifiedOn: '2022-04-01',
      },
    ],
    referenceNumber: '0002046',
  }),
  kato: ({ name }) => ({
    coverages: [
      {
        ...self,
        ...association,
        number: '４１５',
        branch: '00',
        insuredName: name,
        qualifiedOn: '2015-07-01',
        issuedOn: '2021-10-01',
        validFrom: '2015-07-01',
      },
    ],
  }),
  watanabe: ({ name }) => ({
    coverages: [
      {
        ...self,
        ...company,
        number: '６１７',
        branch: '00',
        insuredName: name,
        qualifiedOn: '1998-04-01',
        issuedOn: '2021-10-01',
        validFrom: '1998-04-01',
      },
    ],
    referenceNumber: '0003999',
  }),
  yoshida: ({ year }) => ({
    coverages: [
      {
        cardClassification: '01',
        ...elderly,
        ...year,
        number: '07654321',
        qualifiedOn: '2015-12-24',
        contributionRatio: '020',
      },
    ],
    referenceNumber: '0000310',
  }),
  nguyen: () => ({
    coverages: [
      {
        ...family,
        ...association,
        number: '９０３',
        branch: '01',
        insuredName: 'ＴＲＡＮ　ＶＡＮ　ＭＩＮＨ',
        qualifiedOn: '2023-06-01',
        issuedOn: '2023-06-12',
        validFrom: '2023-06-01',
      },
    ],
  }),
  okafor: ({ name, year }) => ({
    coverages: [
      {
        ...self,
        ...town,
        ...year,
        number: '６６７８',
        branch: '01',
        insuredName: name,
        qualifiedOn: '2019-05-07',
        limit: { ...year, classification: '01', flag: 'A03' },
        specificDiseases: [{ ...year, category: '1', selfPay: 10_000 }],
      },
    ],
    referenceNumber: '0002764',
  }),
  hayashi: () => ({
    coverages: [
      {
        ...family,
        ...company,
        number: '４８０２',
        branch: '02',
        insuredName: '林　悠斗',
        qualifiedOn: '2025-12-15',
        issuedOn: '2025-12-25',
        validFrom: '2025-12-15',
        preschool: '1',
      },
    ],
  }),
};
