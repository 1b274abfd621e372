import { createHash } from 'node:crypto';

/** How an institution's token is kept: tokens are random, so a plain SHA-256 does. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token, 'utf8').digest();
}
