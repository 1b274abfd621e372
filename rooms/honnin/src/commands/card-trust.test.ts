import { reason } from '@honnin/outcome';
import { describe, expect, it } from 'vitest';
import { tellTrust, wholeTrust } from './card-trust.ts';

const part = (status: 'verified' | 'rejected' | 'undetermined', ...codes: string[]) => ({
  status,
  reasons: codes.map((code) => reason(code)),
});

describe('the trust in a whole reading', () => {
  it('is verified only when every part is, and rejected when one is', () => {
    expect(wholeTrust([part('verified'), part('verified')]).status).toBe('verified');
    expect(wholeTrust([part('verified'), part('undetermined')]).status).toBe('undetermined');
    expect(wholeTrust([part('undetermined'), part('rejected'), part('verified')]).status).toBe('rejected');
  });

  it('is undetermined where nothing was checked', () => {
    expect(wholeTrust([]).status).toBe('undetermined');
  });

  it('has everybody’s reasons, each once', () => {
    const whole = wholeTrust([part('verified', 'a'), part('undetermined', 'b', 'a')]);
    expect(tellTrust(whole)).toBe('undetermined, a, b');
  });
});
