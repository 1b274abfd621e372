import type { Coverage, InsuredPerson } from '@honnin/insurance';
import type { Random } from '../ports.ts';
import type { CountryRecords, PersonRecord } from './country-records.ts';

const families = ['架空', '見本', '例田', '試山', '仮野', '空木', '雛形', '模擬'];
const familyKana = ['カクウ', 'ミホン', 'レイダ', 'タメシヤマ', 'カリノ', 'ソラキ', 'ヒナガタ', 'モギ'];
const given = ['一郎', '花子', '次郎', '春子', '三郎', '夏美', '四郎', '秋江'];
const givenKana = ['イチロウ', 'ハナコ', 'ジロウ', 'ハルコ', 'サブロウ', 'ナツミ', 'シロウ', 'アキエ'];

/**
 * Makes a country of fictional insured people without certificates, a slice at a time so that any number fits
 * into memory: employees' insurance, national insurance, and the insurance of people of 75 and over, in
 * shares like those of Japan. Ids are `seed-<n>`, so that the same number replaces the same people.
 */
export function* seedCountry(options: {
  readonly persons: number;
  readonly random: Random;
  /** `YYYY`: ages are counted to this year. */
  readonly year: number;
  readonly sliceSize?: number;
}): Generator<CountryRecords> {
  const { persons, random, year, sliceSize = 5_000 } = options;
  for (let start = 0; start < persons; start += sliceSize) {
    const people: PersonRecord[] = [];
    for (let n = start; n < Math.min(start + sliceSize, persons); n += 1)
      people.push(personNumber(n, year, random(8)));
    yield { institutions: [], people };
  }
}

function personNumber(n: number, year: number, dice: Uint8Array): PersonRecord {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = dice;
  const age = Math.floor((a / 256) * 98);
  const family = b % families.length;
  const first = c % given.length;
  const two = (value: number) => String(value).padStart(2, '0');
  const person: InsuredPerson = {
    name: `${families[family]}　${given[first]}`,
    kana: `${familyKana[family]}　${givenKana[first]}`,
    sex: first % 2 === 0 ? '1' : '2',
    birthDate: `${year - age}-${two(1 + (d % 12))}-${two(1 + (e % 28))}`,
    address: `架空県見本市試験町${1 + (f % 30)}丁目`,
    postCode: '000-0000',
  };
  return { id: `seed-${n}`, person, certificates: [], coverages: [coverageAt(age, n, f, person)] };
}

function coverageAt(age: number, n: number, dice: number, person: InsuredPerson): Coverage {
  const number = String(1_000_000 + n);
  if (age >= 76) {
    return {
      cardClassification: '01',
      insurerNumber: '39999999',
      insurerName: '架空県後期高齢者医療広域連合',
      number,
      qualifiedOn: '2020-04-01',
      contributionRatio: dice < 20 ? '030' : dice < 70 ? '020' : '010',
    };
  }
  const employed = dice % 3 !== 0;
  return {
    cardClassification: '01',
    insurerNumber: employed ? '06999999' : '999999',
    insurerName: employed ? '架空健康保険組合' : '見本市',
    symbol: employed ? '架空' : '見本',
    number,
    branch: age < 20 ? '02' : '01',
    personalFamily: age < 20 ? '2' : '1',
    insuredName: person.name,
    qualifiedOn: `${person.birthDate.slice(0, 4) > '2020' ? person.birthDate : '2020-04-01'}`,
  };
}
