import { describe, expect, it } from 'vitest';
import { readSessionCookie, writeSessionCookie } from './session-cookie.ts';

const token = 'a'.repeat(43);

describe('readSessionCookie', () => {
  it('reads what was written, among other cookies', () => {
    const written = writeSessionCookie(token, { maxAgeMs: 60_000, secure: true }).split(';')[0];
    expect(readSessionCookie(`theme=dark; ${written}; x=y`)).toBe(token);
  });

  it.each([undefined, '', 'honnin_staff=', 'honnin_staff=short', `other=${token}`, `honnin_staff=${token}!`])(
    'reads nothing out of %s',
    (header) => {
      expect(readSessionCookie(header)).toBeUndefined();
    },
  );
});
