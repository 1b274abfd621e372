import type { Coverage, InsuredPerson, MedicalTicket, VerifiedEligibility } from '@honnin/insurance';
import fc from 'fast-check';

/** A verified answer about a fictional person, to be varied by tests. */
export function answer(change: Partial<VerifiedEligibility> = {}): VerifiedEligibility {
  return {
    status: 'verified',
    checkId: 'check-1',
    requestId: '7d5c1fb2-6a55-4f2f-8a8e-6f8f3a3d0001',
    processedAt: '2026-11-24T00:15:30.000Z',
    onDate: '2026-11-24',
    validity: '1',
    person: { name: '試験　花', kana: 'シケン　ハナ', sex: '2', birthDate: '1954-02-10' },
    coverages: [
      {
        cardClassification: '01',
        insurerNumber: '139998',
        insurerName: '例示区',
        number: '7890',
        branch: '02',
      },
    ],
    consents: [],
    certificate: { status: 'in-force', expiresOn: '2029-02-10' },
    notes: [],
    ...change,
  };
}

const day = fc
  .date({ min: new Date('1920-01-01T00:00:00Z'), max: new Date('2060-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const second = fc
  .date({ min: new Date('2024-01-01T00:00:00Z'), max: new Date('2040-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => `${date.toISOString().slice(0, 19)}.000Z`);
const chosen = (alphabet: string, maxLength: number) =>
  fc
    .array(fc.constantFrom(...alphabet), { minLength: 1, maxLength })
    .map((characters) => characters.join(''));
/** Characters that both encodings carry. */
const name = chosen('試験架空花子太郎髙﨑濵々ヶー＆＜＞’”　ＡＢＣ１２３', 12);
const kana = chosen('アイウエオカガキギパピプペポヴァィゥェォッャュョー・　ワヲン', 14);
const digits = (min: number, max: number) => chosen('0123456789', max).map((text) => text.padStart(min, '1'));

/** Values for the fields that may be absent. */
function partly<T extends object>(fields: { [Key in keyof T]: fc.Arbitrary<T[Key]> }) {
  return fc.record(fields, { requiredKeys: [] });
}

export const anyPerson: fc.Arbitrary<InsuredPerson> = fc
  .tuple(
    fc.record({ name, kana, sex: fc.constantFrom('1', '2', '3'), birthDate: day }),
    partly({ nameOfOther: name, kanaOfOther: kana, address: name, postCode: fc.constant('100-0001') }),
  )
  .map(([required, optional]) => ({ ...required, ...optional }) as InsuredPerson);

const period = { issuedOn: day, validFrom: day, validTo: day };

const anyTicket = fc
  .tuple(
    fc.record({
      ticketType: fc.constantFrom('01', '02'),
      validDate: day,
      expirationDate: day,
      treatmentMonth: day.map((date) => date.slice(0, 7)),
      treatmentType: fc.constantFrom('01', '02', '03', '04', '05'),
    }),
    partly({
      issueNumber: digits(7, 9),
      designatedInstitutionCode: fc.constant('1319999991'),
      designatedInstitutionFlag: fc.constantFrom('0', '1'),
      designatedInstitutionName: name,
      prescriptionIssuerInstitutionCode: fc.constant('1319999991'),
      prescriptionIssuerInstitutionName: name,
      injuryName1: name,
      injuryName2: name,
      injuryName3: name,
      selfPayAmount: fc.nat({ max: 99_999_999 }),
      districtContactName: name,
      handlingContactName: name,
      singleOrCombinedUse: fc.constantFrom('01', '02'),
      socialInsurance: fc.constantFrom('01', '02'),
      consistencyFlag: fc.constant('1'),
      infection: fc.constantFrom('01', '02'),
      elderlyMedicalCare: fc.constantFrom('01', '02'),
      prefecturalExpenses: fc.constantFrom('01', '02'),
      remarks1: name,
      remarks2: name,
      remarks3: name,
    }),
  )
  .map(([required, optional]) => ({ ...required, ...optional }) as MedicalTicket);

export const anyCoverage: fc.Arbitrary<Coverage> = fc
  .tuple(
    fc.record({
      cardClassification: fc.constantFrom('01', '02', '03', '04', '05', '06', '07', 'A1'),
      insurerNumber: fc.constantFrom('139998', '06990019', '39990012', '12990019'),
      insurerName: name,
      number: digits(1, 20),
    }),
    partly({
      symbol: name,
      branch: fc.constantFrom('00', '01', '99'),
      personalFamily: fc.constantFrom('1', '2'),
      insuredName: name,
      qualifiedOn: day,
      lostOn: day,
      reasonOfLoss: fc.constantFrom('01', '02', '03', '99'),
      issuedOn: day,
      validFrom: day,
      validTo: day,
      contributionRatio: fc.constantFrom('010', '020', '030'),
      preschool: fc.constant('1'),
      elderlyRecipient: fc.record({ ...period, ratio: fc.constantFrom('020', '030') }),
      limit: fc.record(
        {
          ...period,
          classification: fc.constantFrom('01', '02', '03'),
          flag: fc.constantFrom('A01', 'A06', 'B05', 'B10'),
          longTermOn: day,
        },
        { requiredKeys: ['issuedOn', 'validFrom', 'validTo', 'classification', 'flag'] },
      ),
      specificDiseases: fc.array(
        fc.record({
          ...period,
          category: fc.constantFrom('1', '2', '3'),
          selfPay: fc.nat({ max: 99_999_999 }),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      medicalTickets: fc.array(anyTicket, { minLength: 1, maxLength: 2 }),
    }),
  )
  .map(([required, optional]) => {
    const { limit, ...others } = optional;
    const coverage = { ...required, ...others };
    // Medical aid knows no limit certificate, and none is written for it.
    return (
      limit === undefined || required.cardClassification === 'A1' ? coverage : { ...coverage, limit }
    ) as Coverage;
  });

const anyConsents = fc.subarray(['TSR', 'TKK', 'YZK', 'SRJ', 'SHJ'] as const).chain((groups) =>
  fc.tuple(
    ...groups.map((group) =>
      fc.record({ given: fc.boolean(), at: second }).map(({ given, at }) => ({
        group,
        given,
        at,
        ...(given && group !== 'TSR'
          ? { availableUntil: new Date(Date.parse(at) + 86_400_000).toISOString() }
          : {}),
      })),
    ),
  ),
);

export const anyAnswer: fc.Arbitrary<VerifiedEligibility> = fc
  .record(
    {
      processedAt: second,
      onDate: day,
      validity: fc.constantFrom('1', '2', '3', '5', '6'),
      person: anyPerson,
      coverages: fc.array(anyCoverage, { minLength: 1, maxLength: 3 }),
      consents: anyConsents,
      referenceNumber: digits(1, 50),
    },
    { requiredKeys: ['processedAt', 'onDate', 'validity', 'person', 'coverages', 'consents'] },
  )
  .map((change) => answer(change as Partial<VerifiedEligibility>));
