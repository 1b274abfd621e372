import type { Coverage } from '@honnin/insurance';
import fc from 'fast-check';

/** Days of 2024 to 2028, so that periods meet often. */
export const arbitraryDay = fc
  .integer({ min: 0, max: 5 * 365 })
  .map((day) => new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10));

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const ticket = fc.tuple(arbitraryDay, fc.integer({ min: 0, max: 60 })).map(([day, length]) => ({
  ticketType: '01' as const,
  validDate: day,
  expirationDate: new Date(Date.parse(day) + length * 86_400_000).toISOString().slice(0, 10),
  treatmentMonth: day.slice(0, 7),
  treatmentType: '02' as const,
}));

/** Coverages with every combination of known and unknown dates, medical aid among them. */
export const arbitraryCoverage: fc.Arbitrary<Coverage> = fc
  .record({
    cardClassification: fc.constantFrom('01' as const, '03' as const, 'A1' as const),
    insurerNumber: fc.constantFrom('06139999', '139999', '39139999'),
    number: fc.constantFrom('1', '2', '3'),
    qualifiedOn: optional(arbitraryDay),
    lostOn: optional(arbitraryDay),
    validFrom: optional(arbitraryDay),
    validTo: optional(arbitraryDay),
    medicalTickets: optional(fc.array(ticket, { maxLength: 3 })),
  })
  .map(({ qualifiedOn, lostOn, validFrom, validTo, medicalTickets, ...rest }) => ({
    ...rest,
    insurerName: '架空の保険者',
    ...(qualifiedOn !== undefined && { qualifiedOn }),
    ...(lostOn !== undefined && { lostOn }),
    ...(validFrom !== undefined && { validFrom }),
    ...(validTo !== undefined && { validTo }),
    ...(medicalTickets !== undefined && { medicalTickets }),
  }));
