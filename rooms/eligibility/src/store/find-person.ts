import { Coverage, InsuredPerson } from '@honnin/insurance';
import type pg from 'pg';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';

/** A person as an institution that asks may know them. */
export interface KnownPerson {
  readonly id: string;
  readonly person: InsuredPerson;
  readonly coverages: readonly Coverage[];
  readonly referenceNumber: string | null;
}

const checkRow = Compile(
  Type.Object({
    id: Type.String(),
    person: InsuredPerson,
    coverages: Type.Array(Coverage),
    reference_number: Type.Union([Type.String(), Type.Null()]),
  }),
);

/** Finds the person of a certificate, with all coverages; `null` when the certificate is nobody's. */
export async function findPerson(
  pool: pg.Pool,
  key: Uint8Array,
  institutionCode: string,
): Promise<KnownPerson | null> {
  const { rows } = await pool.query<Record<string, unknown>>({
    name: 'eligibility-find-person',
    text: `SELECT p.id, p.details AS person,
        (SELECT coalesce(jsonb_agg(c.details ORDER BY c.position), '[]')
          FROM eligibility.coverage c WHERE c.person_id = p.id) AS coverages,
        (SELECT r.number FROM eligibility.reference_number r
          WHERE r.person_id = p.id AND r.institution_code = $2) AS reference_number
      FROM eligibility.certificate k JOIN eligibility.person p ON p.id = k.person_id
      WHERE k.key = $1`,
    values: [Buffer.from(key), institutionCode],
  });
  const row: unknown = rows[0];
  if (row === undefined) return null;
  if (!checkRow.Check(row)) throw new Error('a person in the store does not fit their schema');
  return { id: row.id, person: row.person, coverages: row.coverages, referenceNumber: row.reference_number };
}
