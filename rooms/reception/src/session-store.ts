import type { Pool } from 'pg';
import { tokenHash } from './token-hash.ts';

/** Sessions of the console. Only a hash of the cookie is kept; a restart does not sign anybody out. */
export interface SessionStore {
  /** Returns the token for the cookie. */
  open(staffId: string, expiresAt: Date): Promise<string>;
  staffIdOf(token: string, at: Date): Promise<string | undefined>;
  close(token: string): Promise<void>;
  deleteExpired(at: Date): Promise<void>;
}

export function createSessionStore(pool: Pool, random: (length: number) => Uint8Array): SessionStore {
  const keyOf = (token: string) => tokenHash(token).toString('hex');
  return {
    async open(staffId, expiresAt) {
      const token = Buffer.from(random(32)).toString('base64url');
      await pool.query(
        'insert into reception.session (token_hash, staff_id, expires_at) values ($1, $2, $3)',
        [keyOf(token), staffId, expiresAt],
      );
      return token;
    },
    async staffIdOf(token, at) {
      const { rows } = await pool.query<{ staff_id: string }>(
        'select staff_id from reception.session where token_hash = $1 and expires_at > $2',
        [keyOf(token), at],
      );
      return rows[0]?.staff_id;
    },
    async close(token) {
      await pool.query('delete from reception.session where token_hash = $1', [keyOf(token)]);
    },
    async deleteExpired(at) {
      await pool.query('delete from reception.session where expires_at <= $1', [at]);
    },
  };
}
