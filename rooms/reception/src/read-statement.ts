import { StatementClaims } from '@honnin/identification';
import { type Attempt, done, failed, reason } from '@honnin/outcome';
import { Compile } from 'typebox/compile';

const schema = Compile(StatementClaims);

/**
 * Decodes the claims of an identification statement without believing them: the eligibility service verifies
 * signature, chain and card. Reception needs them only to see that the statement belongs to this visit.
 * Fails with `statement-malformed`, or `statement-of-another-visit` when nonce, audience or terminal differ.
 */
export function readStatement(
  statement: string,
  visit: { readonly nonce: string; readonly audience: string; readonly terminalId: string },
): Attempt<StatementClaims> {
  const [, payload, , ...more] = statement.split('.');
  if (payload === undefined || more.length > 0)
    return failed(reason('statement-malformed', 'not a compact JWS'));
  let claims: unknown;
  try {
    claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  } catch {
    return failed(reason('statement-malformed', 'payload is not JSON'));
  }
  if (!schema.Check(claims)) {
    const [error] = schema.Errors(claims);
    return failed(reason('statement-malformed', error?.instancePath));
  }
  if (claims.nonce !== visit.nonce) return failed(reason('statement-of-another-visit', 'nonce'));
  if (claims.aud !== visit.audience) return failed(reason('statement-of-another-visit', 'audience'));
  if (claims.iss !== visit.terminalId) return failed(reason('statement-of-another-visit', 'terminal'));
  return done(claims);
}
