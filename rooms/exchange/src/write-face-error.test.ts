import { describe, expect, it } from 'vitest';
import { checkOqsFile } from './check-oqs-file.ts';
import { readFaceResult } from './read-face-result.ts';
import { writeFaceError } from './write-face-error.ts';

describe('writeFaceError', () => {
  it('says that the check failed, with nobody in it', () => {
    const file = writeFaceError({
      institutionCode: '1319999991',
      encoding: 'shift_jis',
      fileIdentifier: 'T-1',
      counter: 7n,
      at: new Date('2026-11-24T15:00:00Z'),
      onDate: '2026-11-25',
      error: { code: 'R201', message: '資格確認サービスにつながりません。' },
    });
    expect(checkOqsFile(file.bytes, file.fileName)).toMatchObject({ status: 'verified', findings: [] });
    expect(readFaceResult(file.bytes)).toMatchObject({
      status: 'done',
      value: {
        error: { code: 'R201', message: '資格確認サービスにつながりません。' },
        validity: null,
        person: null,
        coverages: [],
        processedAt: '2026-11-24T15:00:00.000Z',
      },
    });
  });
});
