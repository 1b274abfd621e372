import { describe, expect, it } from 'vitest';
import { describeError } from './describe-error.ts';

describe('describeError', () => {
  it('keeps what names the fault and leaves out what the driver hangs on it', () => {
    const error = Object.assign(new Error('violates check constraint'), {
      code: '23514',
      constraint: 'never',
      detail: 'Failing row contains (見本　太郎)',
      client: { password: 'secret' },
    });
    const text = JSON.stringify(describeError(error));
    expect(text).toContain('23514');
    expect(text).toContain('never');
    expect(text).not.toMatch(/見本|secret/);
  });
});
