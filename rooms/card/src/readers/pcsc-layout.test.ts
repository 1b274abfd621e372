import { describe, expect, it } from 'vitest';
import { cardFailures } from '../failures.ts';
import { failureOfPcsc, PCSC_CODE } from './pcsc-code.ts';
import { pcscLayout } from './pcsc-layout.ts';

describe('PC/SC of each platform', () => {
  it('has room for its pointers, its words and its ATR in a reader state', () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const) {
      const layout = pcscLayout(platform);
      if (layout === undefined) throw new Error(platform);
      expect(layout.atrOffset).toBe(2 * 8 + 3 * layout.wordSize);
      expect(layout.stateSize).toBeGreaterThanOrEqual(layout.atrOffset + 33);
    }
    expect(pcscLayout('aix')).toBeUndefined();
  });

  it('answers every return code with a failure of the table', () => {
    for (const code of [...Object.values(PCSC_CODE), 0x8010_0001, 0x1f]) {
      const { reason } = failureOfPcsc(code, 'test');
      expect(Object.keys(cardFailures)).toContain(reason.code);
      expect(reason.detail).toContain(code.toString(16).toUpperCase());
    }
  });
});
