import { Coverage, InstitutionCode, InsuredPerson } from '@honnin/insurance';
import { type Static, Type } from 'typebox';

/** An institution that may ask. */
export const InstitutionRecord = Type.Object(
  {
    code: InstitutionCode,
    name: Type.String({ minLength: 1, maxLength: 200 }),
    /** The bearer token that it will show; at least 128 random bits. */
    token: Type.String({ minLength: 22, maxLength: 200, pattern: '^[A-Za-z0-9._~+/=-]+$' }),
  },
  { additionalProperties: false },
);
export type InstitutionRecord = Static<typeof InstitutionRecord>;

/** A person with everything that the service knows of them. */
export const PersonRecord = Type.Object(
  {
    /** Opaque; stands in the audit log, so it is no name and no My Number. */
    id: Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' }),
    person: InsuredPerson,
    certificates: Type.Array(
      Type.Object(
        { der: Type.String({ pattern: '^[A-Za-z0-9+/]+={0,2}$', maxLength: 16_384 }) },
        { additionalProperties: false },
      ),
      { maxItems: 20 },
    ),
    coverages: Type.Array(Coverage, { maxItems: 50 }),
    referenceNumbers: Type.Optional(
      Type.Array(
        Type.Object(
          { institutionCode: InstitutionCode, number: Type.String({ minLength: 1, maxLength: 50 }) },
          { additionalProperties: false },
        ),
      ),
    ),
  },
  { additionalProperties: false },
);
export type PersonRecord = Static<typeof PersonRecord>;

/** What `eligibility load FILE` takes: institutions and people, added or put in the place of the same id. */
export const CountryRecords = Type.Object(
  { institutions: Type.Array(InstitutionRecord), people: Type.Array(PersonRecord) },
  { additionalProperties: false },
);
export type CountryRecords = Static<typeof CountryRecords>;
