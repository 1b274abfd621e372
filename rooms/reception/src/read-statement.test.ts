import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statementWith } from '../test/statement.ts';
import { readStatement } from './read-statement.ts';

const visit = {
  nonce: 'nonce-of-this-visit',
  audience: 'urn:honnin:service:eligibility',
  terminalId: 'terminal-1',
};

describe('readStatement', () => {
  it('reads the claims of a statement that was made out to this visit', () => {
    const read = readStatement(statementWith({ nonce: visit.nonce, method: 'pin' }), visit);
    expect(read).toMatchObject({ status: 'done', value: { method: 'pin' } });
  });

  it('fails on a statement of another terminal, handed in under the token of this one', () => {
    const read = readStatement(statementWith({ nonce: visit.nonce, iss: 'terminal-2' }), visit);
    expect(read).toMatchObject({ status: 'failed', reason: { code: 'statement-of-another-visit' } });
  });

  it('fails on any text without throwing (property)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (one, two) => {
        const statement = `${one}.${Buffer.from(two).toString('base64url')}.x`;
        for (const text of [one, statement]) expect(readStatement(text, visit).status).toBe('failed');
      }),
    );
  });
});
