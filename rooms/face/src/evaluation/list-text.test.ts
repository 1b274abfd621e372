import { describe, expect, it } from 'vitest';
import { readListText } from './list-text.ts';

const japanese = 'a,b,same\n山田/1.jpg,山田/2.jpg,1\n';
const utf8 = new TextEncoder().encode(japanese);

describe('the file of a list', () => {
  it('in UTF-8 is read as it is', () => {
    expect(readListText(utf8, 'list.csv')).toEqual({ status: 'done', value: japanese });
    const marked = Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8);
    expect(readListText(marked, 'list.csv')).toMatchObject({ status: 'done' });
  });

  it.each([
    ['UTF-16', new Uint8Array(Buffer.from(`\ufeff${japanese}`, 'utf16le'))],
    // 山田 in Shift_JIS
    ['Shift_JIS', Uint8Array.of(...utf8.subarray(0, 9), 0x8e, 0x52, 0x93, 0x63, 0x2e)],
    ['not UTF-8', Uint8Array.of(0x61, 0x2c, 0xff, 0xff)],
    ['spreadsheet', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0)],
    ['no text', Uint8Array.of(0x89, 0, 1, 2)],
  ])('in %s is refused with what it is, and what to do', (what, bytes) => {
    const read = readListText(bytes, 'list.csv');
    if (read.status === 'done') throw new Error('it was read');
    expect(read.reason.code).toBe('evaluation-list-malformed');
    expect(read.reason.detail).toContain(`list.csv: `);
    expect(read.reason.detail).toContain(what);
  });
});
