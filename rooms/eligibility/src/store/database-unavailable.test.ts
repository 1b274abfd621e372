import { describe, expect, it } from 'vitest';
import { isDatabaseUnavailable } from './database-unavailable.ts';

const error = (code: string, message = 'x') => Object.assign(new Error(message), { code });

describe('isDatabaseUnavailable', () => {
  it('tells a database that is away from a statement that is wrong', () => {
    for (const code of ['ECONNREFUSED', 'ENOENT', '57P01', '08006', '53300', '55000']) {
      expect(isDatabaseUnavailable(error(code)), code).toBe(true);
    }
    for (const code of ['23505', '42P01', '22P02', '55P03', 'ERR_INVALID_ARG_TYPE']) {
      expect(isDatabaseUnavailable(error(code)), code).toBe(false);
    }
    expect(isDatabaseUnavailable(new Error('Connection terminated unexpectedly'))).toBe(true);
    expect(isDatabaseUnavailable('ECONNREFUSED')).toBe(false);
  });
});
