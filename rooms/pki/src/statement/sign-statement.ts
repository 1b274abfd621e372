import type { KeyObject } from 'node:crypto';
import { CompactSign } from 'jose';

/**
 * Signs a statement as compact JWS (RFC 7515) with ES256; the header holds `alg`, `typ` and `x5c` and nothing
 * else. `chain` is DER, the signer's certificate first, without the anchor. Throws when the key is not P-256:
 * that is a mistake in the set-up.
 */
export async function signStatement(options: {
  readonly payload: Record<string, unknown>;
  /** Names the kind of statement, such as `honnin-identification+jws`; `openStatement` asks for the same. */
  readonly type: string;
  readonly privateKey: KeyObject;
  readonly chain: readonly Uint8Array[];
}): Promise<string> {
  const { payload, type, privateKey, chain } = options;
  return new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({
      alg: 'ES256',
      typ: type,
      x5c: chain.map((der) => Buffer.from(der).toString('base64')),
    })
    .sign(privateKey);
}
