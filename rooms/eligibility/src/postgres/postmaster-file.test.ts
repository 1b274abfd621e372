import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePostmasterFile } from './postmaster-file.ts';

describe('parsePostmasterFile', () => {
  it('reads the number and the folder of a running server', () => {
    const text = '4711\n/var/lib/honnin/data\n1700000000\n5432\n/run/x\n\n  5432001   1\nready   \n';
    expect(parsePostmasterFile(text)).toEqual({ pid: 4711, dataFolder: '/var/lib/honnin/data' });
  });

  it('takes nothing from a file that was only half written, or holds anything else', () => {
    for (const text of ['', '47', '4711\n', '\n/data\n', '-4711\n/data\n', '0\n/data\n', '1.5\n/data\n']) {
      expect(parsePostmasterFile(text), JSON.stringify(text)).toBeNull();
    }
  });

  it('never names process 0 or a negative one, which would be a whole group to kill(2)', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parsePostmasterFile(text)?.pid ?? 1).toBeGreaterThan(0);
      }),
    );
  });
});
