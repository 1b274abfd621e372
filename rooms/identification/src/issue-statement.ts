import type { KeyObject } from 'node:crypto';
import { signStatement } from '@honnin/pki';
import { Value } from 'typebox/value';
import { cardChallenge } from './card-challenge.ts';
import { judgeMethod } from './judge-method.ts';
import { StatementClaims, statementType } from './statement-claims.ts';

export interface IssueOptions {
  /** The terminal's P-256 key. */
  readonly privateKey: KeyObject;
  /** DER, the terminal's certificate first, without the anchor. */
  readonly chain: readonly Uint8Array[];
  readonly claims: StatementClaims;
}

/**
 * Signs an identification (compact JWS, ES256, `typ` `honnin-identification+jws`). Throws on claims that are
 * malformed, contradict themselves or carry a challenge that is not bound to them: issuing those would be a
 * bug of the terminal.
 */
export async function issueStatement(options: IssueOptions): Promise<string> {
  const { claims } = options;
  if (!Value.Check(StatementClaims, claims)) {
    const places = Value.Errors(StatementClaims, claims).map((error) => error.instancePath || '/');
    throw new Error(`statement claims are malformed at ${[...new Set(places)].join(', ')}`);
  }
  const problems = judgeMethod(claims, claims.face?.relaxed ?? []);
  if (problems.length > 0) throw new Error(`statement: ${problems.map((p) => p.detail).join('; ')}`);
  const bound = cardChallenge({ audience: claims.aud, nonce: claims.nonce, issuedAt: claims.iat });
  const { proof } = claims.card;
  if ('challenge' in proof && proof.challenge !== Buffer.from(bound).toString('base64')) {
    throw new Error('statement: the card answered a challenge that is not bound to these claims');
  }
  return signStatement({
    payload: claims,
    type: statementType,
    privateKey: options.privateKey,
    chain: options.chain,
  });
}
