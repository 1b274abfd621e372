import { Coverage, decideValidity } from '@honnin/insurance';
import { loadPeople } from '@honnin/personas';
import { Compile } from 'typebox/compile';
import { describe, expect, it } from 'vitest';
import { demoCoverages } from './coverages.ts';

const institution = { code: '1319999991', name: '見本病院' };
const check = Compile(Coverage);
const of = (id: string, today = '2026-11-24') =>
  demoCoverages({ id, name: '見本　太郎' }, today, institution);

describe('demoCoverages', () => {
  it('gives every persona coverages that the insurance room accepts, on any day of the year', async () => {
    const people = await loadPeople();
    expect(people.length).toBeGreaterThanOrEqual(12);
    for (const today of [
      '2026-01-01',
      '2026-02-28',
      '2026-07-31',
      '2026-08-01',
      '2026-11-24',
      '2026-12-31',
    ]) {
      for (const person of people) {
        const { coverages } = demoCoverages(person, today, institution);
        expect(
          coverages.filter((one) => !check.Check(one)),
          `${person.id} on ${today}`,
        ).toEqual([]);
      }
    }
  });

  it('has everybody in force but the one who is not registered yet', async () => {
    const validity = Object.fromEntries(
      (await loadPeople()).map((person) => [
        person.id,
        decideValidity(demoCoverages(person, '2026-11-24', institution).coverages, '2026-11-24').validity,
      ]),
    );
    const { ito, ...others } = validity;
    expect(ito).toBe('4');
    expect(new Set(Object.values(others))).toEqual(new Set(['1']));
  });

  it('finds only the new coverage of the person who changed jobs, and knows why the old one was lost', () => {
    const { coverages } = of('takahashi');
    const { coverages: found } = decideValidity(coverages, '2026-11-24');
    expect(found.map(({ insurerNumber }) => insurerNumber)).toEqual(['01149999']);
    expect(coverages.find(({ lostOn }) => lostOn === '2026-11-01')?.reasonOfLoss).toBe('03');
    expect(decideValidity(coverages, '2026-10-31').coverages[0]?.insurerNumber).toBe('06139999');
  });

  it('has certificates, tickets and the mark of an infant where they belong', () => {
    expect(of('tanaka').coverages[0]?.limit?.flag).toBe('B05');
    expect(of('tanaka').coverages[0]?.elderlyRecipient?.ratio).toBe('020');
    expect(of('suzuki').coverages[0]).toMatchObject({ contributionRatio: '010' });
    expect(of('suzuki').coverages[0]?.branch).toBeUndefined();
    expect(of('okafor').coverages[0]?.specificDiseases?.[0]?.selfPay).toBe(10_000);
    expect(of('yamamoto', '2028-02-10').coverages[0]?.medicalTickets?.[0]).toMatchObject({
      validDate: '2028-02-01',
      expirationDate: '2028-02-29',
    });
    expect(of('hayashi').coverages[0]?.preschool).toBe('1');
    expect(of('nakamura').coverages[0]?.preschool).toBeUndefined();
  });
});
