import type { Coverage } from '@honnin/insurance';
import { describe, expect, it } from 'vitest';
import { presentCoverage } from './present-coverage.ts';

const year = { issuedOn: '2026-07-15', validFrom: '2026-08-01', validTo: '2027-07-31' };
const ticket = {
  ticketType: '01' as const,
  validDate: '2026-11-01',
  expirationDate: '2026-11-30',
  treatmentMonth: '2026-11',
  treatmentType: '02' as const,
  designatedInstitutionCode: '1319999991',
};
const coverage: Coverage = {
  cardClassification: '01',
  insurerNumber: '139999',
  insurerName: '架空区',
  number: '1',
  elderlyRecipient: { ...year, ratio: '020' },
  limit: { ...year, classification: '01', flag: 'A03' },
  specificDiseases: [{ ...year, category: '1', selfPay: 10_000 }],
  medicalTickets: [ticket],
};
const view = { onDate: '2026-11-24', institutionCode: '1319999991', specificDiseases: true };

describe('presentCoverage', () => {
  it('shows all certificates that hold on the day, and marks the ticket as this institution’s', () => {
    expect(presentCoverage(coverage, view)).toEqual({
      ...coverage,
      medicalTickets: [{ ...ticket, designatedInstitutionFlag: '0' }],
    });
  });

  it('marks a ticket of another institution', () => {
    const shown = presentCoverage(coverage, { ...view, institutionCode: '1319999983' });
    expect(shown.medicalTickets?.[0]?.designatedInstitutionFlag).toBe('1');
  });

  it('leaves out what does not hold on the day', () => {
    const { elderlyRecipient, limit, specificDiseases, medicalTickets, ...rest } = coverage;
    expect(presentCoverage(coverage, { ...view, onDate: '2027-08-01' })).toEqual({
      ...rest,
      medicalTickets: [],
    });
  });

  it('leaves out specific diseases that the patient has not agreed to show', () => {
    expect(presentCoverage(coverage, { ...view, specificDiseases: false })).not.toHaveProperty(
      'specificDiseases',
    );
  });
});
