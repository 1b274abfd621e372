import { randomUUID } from 'node:crypto';
import type { StatementClaims } from '@honnin/identification';

/**
 * A statement with the claims that a test wants. Its signature is empty: reception decodes statements, and
 * the eligibility service is the one that verifies them.
 */
export function statementWith(change: Partial<StatementClaims>): string {
  const claims: StatementClaims = {
    iss: 'terminal-1',
    aud: 'urn:honnin:service:eligibility',
    jti: randomUUID(),
    iat: 1_795_000_000,
    nonce: 'not-the-nonce-of-any-visit',
    method: 'face',
    card: {
      kind: 'my-number-card',
      certificate: 'AAAA',
      proof: {
        kind: 'jpki-signature',
        challenge: 'AAAA',
        signature: 'AAAA',
        authorisedBy: 'verifier-extension',
      },
    },
    remarks: [],
    ...change,
  };
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'ES256' })}.${part(claims)}.AAAA`;
}
