import type { CountryRecords, PersonRecord } from '@honnin/eligibility';
import type { Coverage, InsuredPerson } from '@honnin/insurance';
import type { Person } from '@honnin/personas';
import type { OwnCardOrder } from '@honnin/wallet/wallet-api';
import { demoCoverages } from '../demo-town/coverages.ts';
import type { Town } from '../demo-town/open-town.ts';

interface Institution {
  readonly code: string;
  readonly name: string;
}

/** The records of the demo country on a day (`YYYY-MM-DD`): every persona in the situation that is theirs. */
export function demoCountry(town: Town, institution: Institution, today: string): CountryRecords {
  return {
    institutions: [{ ...institution, token: town.record.institutionToken }],
    people: town.people.map((person) => personRecord(person, town, institution, today)),
  };
}

function personRecord(person: Person, town: Town, institution: Institution, today: string): PersonRecord {
  const { coverages, referenceNumber } = demoCoverages(person, today, institution);
  const certificate = town.record.certificates[person.id];
  return {
    id: person.id,
    person: insuredPerson(person),
    certificates: certificate === undefined ? [] : [{ der: certificate }],
    coverages,
    ...(referenceNumber === undefined
      ? {}
      : { referenceNumbers: [{ institutionCode: institution.code, number: referenceNumber }] }),
  };
}

const insuredPerson = (person: Person): InsuredPerson => ({
  name: person.name,
  kana: person.kana,
  sex: person.sex,
  birthDate: person.birthDate,
  address: person.address,
  postCode: person.postCode,
});

/** What everybody with a card of their own has: insured through their work, from the beginning of the year. */
const ownCoverage = (name: string, today: string): Coverage => ({
  cardClassification: '01',
  insurerNumber: '06139999',
  insurerName: '架空電機健康保険組合',
  symbol: '７１４',
  number: '９０００１',
  branch: '00',
  personalFamily: '1',
  insuredName: name,
  qualifiedOn: `${today.slice(0, 4)}-01-01`,
  validFrom: `${today.slice(0, 4)}-01-01`,
});

/** The record of somebody who made a card with their own face: insured through their work. */
export function ownPersonRecord(
  order: Omit<OwnCardOrder, 'photo'>,
  id: string,
  certificate: Uint8Array,
  today: string,
): PersonRecord {
  const { name, kana, sex, birthDate, address } = order;
  return {
    id,
    person: { name, kana, sex, birthDate, address },
    certificates: [{ der: Buffer.from(certificate).toString('base64') }],
    coverages: [ownCoverage(order.name, today)],
  };
}
