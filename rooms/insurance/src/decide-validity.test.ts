import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryCoverage, arbitraryDay } from '../test/arbitrary-coverage.ts';
import type { Coverage } from './coverage.ts';
import { coverageInForce } from './coverage-in-force.ts';
import { decideValidity } from './decide-validity.ts';

const today = '2026-11-24';

const coverage = (dates: Partial<Coverage> = {}): Coverage => ({
  cardClassification: '01',
  insurerNumber: '06139999',
  insurerName: '架空健康保険組合',
  symbol: '123',
  number: '45',
  branch: '00',
  qualifiedOn: '2020-04-01',
  ...dates,
});

const lost = coverage({ lostOn: '2026-11-01', reasonOfLoss: '03' });
const recent = coverage({ insurerNumber: '139999', number: '9', qualifiedOn: '2026-11-01' });
const aid = coverage({ cardClassification: 'A1', insurerNumber: '12139999', number: '7' });
const ticket = {
  ticketType: '01' as const,
  validDate: '2026-11-01',
  expirationDate: '2026-11-30',
  treatmentMonth: '2026-11',
  treatmentType: '02' as const,
};

describe('decideValidity for a person', () => {
  it('answers 1 for the coverage in force, though an older one is lost', () => {
    expect(decideValidity([lost, recent], today)).toEqual({ validity: '1', coverages: [recent] });
  });

  it('answers 2 and shows the coverage that was lost last', () => {
    const older = coverage({ number: '1', lostOn: '2022-01-01' });
    expect(decideValidity([older, lost], today)).toEqual({ validity: '2', coverages: [lost] });
  });

  it('answers 4 for nobody registered, and for a coverage that has not begun', () => {
    expect(decideValidity([], today).validity).toBe('4');
    expect(decideValidity([coverage({ qualifiedOn: '2026-12-01' })], today)).toEqual({
      validity: '4',
      coverages: [],
    });
  });

  it('answers 5 for two medical insurances at once, but not for insurance with medical aid', () => {
    expect(decideValidity([coverage(), recent], today).validity).toBe('5');
    expect(decideValidity([coverage(), aid], today).validity).toBe('1');
  });

  it('answers 6 for medical aid without a ticket for that day', () => {
    expect(decideValidity([aid], today).validity).toBe('6');
    expect(decideValidity([{ ...aid, medicalTickets: [ticket] }], today).validity).toBe('1');
    expect(decideValidity([{ ...aid, medicalTickets: [ticket] }], '2026-12-01').validity).toBe('6');
  });

  it('never answers 3, and answers 1, 5 or 6 exactly when something is in force', () => {
    fc.assert(
      fc.property(fc.array(arbitraryCoverage, { maxLength: 6 }), arbitraryDay, (coverages, day) => {
        const decision = decideValidity(coverages, day);
        expect(decision.validity).not.toBe('3');
        expect(['1', '5', '6'].includes(decision.validity)).toBe(coverageInForce(coverages, day).length > 0);
      }),
    );
  });

  it('does not depend on the order in which coverages were registered', () => {
    fc.assert(
      fc.property(fc.array(arbitraryCoverage, { maxLength: 6 }), arbitraryDay, (coverages, day) => {
        expect(decideValidity([...coverages].reverse(), day).validity).toBe(
          decideValidity(coverages, day).validity,
        );
      }),
    );
  });
});

describe('decideValidity for an insured card', () => {
  const oldCard = { insurerNumber: '06139999', symbol: '１２３', number: '45', branch: '00' };

  it('answers 3 for a card whose coverage is lost while a new one is in force', () => {
    expect(decideValidity([lost, recent], today, oldCard)).toEqual({ validity: '3', coverages: [lost] });
  });

  it('answers 2 when no new one is in force, 1 for the right card, 4 for a card of nobody', () => {
    expect(decideValidity([lost], today, oldCard).validity).toBe('2');
    const newCard = { insurerNumber: '  139999', symbol: '123', number: '9' };
    expect(decideValidity([lost, recent], today, newCard)).toEqual({ validity: '1', coverages: [recent] });
    expect(decideValidity([lost, recent], today, { ...oldCard, number: '46' }).validity).toBe('4');
  });

  it('tells two branches apart', () => {
    expect(decideValidity([coverage()], today, { ...oldCard, branch: '01' }).validity).toBe('4');
  });
});
