import { createHash } from 'node:crypto';

/** SHA-256 of a token: what is kept and compared in its place. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token, 'utf8').digest();
}
