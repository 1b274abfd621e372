import type pg from 'pg';
import { tokenHash } from './token-hash.ts';

/** An institution that showed its token. */
export interface Institution {
  readonly code: string;
  readonly name: string;
}

export interface InstitutionDirectory {
  /** Whose token this is; `null` for nobody's. */
  byToken(token: string): Promise<Institution | null>;
  /** Forgets what it remembers, after institutions were loaded. */
  forget(): void;
}

/**
 * Looks institutions up by the hash of their token, so that no comparison of secrets takes place, and remembers
 * those it found for `rememberMs`: a token withdrawn at the database still works for as long.
 */
export function createInstitutionDirectory(pool: pg.Pool, rememberMs = 5_000): InstitutionDirectory {
  const remembered = new Map<string, { institution: Institution; until: number }>();
  return {
    async byToken(token) {
      const hash = tokenHash(token);
      const key = hash.toString('base64');
      const known = remembered.get(key);
      if (known !== undefined && known.until > performance.now()) return known.institution;
      const { rows } = await pool.query<{ code: string; name: string }>({
        name: 'eligibility-institution-by-token',
        text: 'SELECT code, name FROM eligibility.institution WHERE token_sha256 = $1',
        values: [hash],
      });
      const institution = rows[0];
      if (institution === undefined) {
        remembered.delete(key);
        return null;
      }
      if (remembered.size > 10_000) remembered.clear();
      remembered.set(key, { institution, until: performance.now() + rememberMs });
      return institution;
    },
    forget: () => remembered.clear(),
  };
}
