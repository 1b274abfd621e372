import type { ConsentGroup } from '@honnin/insurance';
import type { Person } from '@honnin/personas';
import { expect } from 'vitest';
import { demoCoverages } from '../src/demo-town/coverages.ts';

const institution = { code: '1319999991', name: '架空総合病院' };
const groups: readonly ConsentGroup[] = ['TSR', 'TKK', 'YZK', 'SRJ', 'SHJ'];
const dayMs = 24 * 60 * 60 * 1000;

/** A file's names and addresses have no half-width letters (OQS, full-width items). */
const fullWidth = (text: string) =>
  text
    .replaceAll(/[!-~]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0))
    .replaceAll(' ', '　');

/** An instant between two others; a file tells whole seconds. */
const between = ({ from, to }: { readonly from: number; readonly to: number }) => {
  const within = (text: unknown) =>
    typeof text === 'string' && Date.parse(text) > from - 1000 && Date.parse(text) <= to;
  return { asymmetricMatch: within, toString: () => 'an instant of this visit' };
};

/** What the hospital's file must say of a persona: all that the demo country knows, and what they chose. */
export function expectedFile(
  person: Person,
  visit: {
    readonly given: readonly ConsentGroup[];
    readonly prescriptionIssue: '1' | '2';
    readonly consentsAt: { readonly from: number; readonly to: number };
  },
): Readonly<Record<string, unknown>> {
  const { from, to } = visit.consentsAt;
  const today = new Date(to + 9 * 60 * 60 * 1000).toISOString().slice(0, 10);
  const { coverages, referenceNumber } = demoCoverages(person, today, institution);
  return {
    encoding: 'utf-8',
    processedAt: between({ from, to }),
    onDate: today,
    institutionCode: institution.code,
    fileIdentifier: expect.stringMatching(/^[A-Za-z0-9+/=]+$/),
    prescriptionIssue: visit.prescriptionIssue,
    validity: '1',
    person: {
      name: fullWidth(person.name),
      kana: person.kana,
      sex: person.sex,
      birthDate: person.birthDate,
      address: fullWidth(person.address),
      postCode: person.postCode,
    },
    coverages: coverages
      .filter(({ lostOn }) => lostOn === undefined)
      .map(({ specificDiseases, insuredName, ...coverage }) => ({
        ...coverage,
        ...(insuredName === undefined ? {} : { insuredName: fullWidth(insuredName) }),
        // Part of the answer only for those who let it be seen.
        ...(specificDiseases !== undefined && visit.given.includes('TSR') ? { specificDiseases } : {}),
      })),
    consents: groups.map((group) => ({
      group,
      given: visit.given.includes(group),
      ...(visit.given.includes(group) ? { at: between({ from, to }) } : {}),
      ...(visit.given.includes(group) && group !== 'TSR'
        ? { availableUntil: between({ from: from + dayMs, to: to + dayMs }) }
        : {}),
    })),
    ...(referenceNumber === undefined ? {} : { referenceNumber }),
  };
}
