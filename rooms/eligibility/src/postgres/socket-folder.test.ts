import { describe, expect, it } from 'vitest';
import { socketFits } from './socket-folder.ts';

describe('socketFits', () => {
  it('counts the bytes of the whole path, and Japanese names by theirs', () => {
    const name = '/.s.PGSQL.5432'.length;
    const room = process.platform === 'darwin' ? 103 : 107;
    expect(socketFits(`/${'a'.repeat(room - name - 1)}`)).toBe(true);
    expect(socketFits(`/${'a'.repeat(room - name)}`)).toBe(false);
    expect(socketFits(`/${'あ'.repeat(32)}`)).toBe(false);
  });
});
