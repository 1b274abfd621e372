import { timingSafeEqual } from 'node:crypto';
import type { KnownTerminal } from './reception-options.ts';
import { tokenHash } from './token-hash.ts';

/**
 * Finds the terminal whose token stands in an `Authorization: Bearer …` header. Hashes of equal length are
 * compared in constant time, and all of them, so that the time tells neither characters nor place.
 */
export function createTerminalFinder(
  terminals: readonly KnownTerminal[],
): (authorization: string | undefined) => KnownTerminal | undefined {
  const known = terminals.map((terminal) => ({ terminal, hash: tokenHash(terminal.token) }));
  return (authorization) => {
    const token = /^Bearer ([\x21-\x7e]{1,512})$/.exec(authorization ?? '')?.[1];
    const hash = tokenHash(token ?? '');
    let found: KnownTerminal | undefined;
    for (const candidate of known) {
      if (timingSafeEqual(candidate.hash, hash)) found = candidate.terminal;
    }
    return token === undefined ? undefined : found;
  };
}
