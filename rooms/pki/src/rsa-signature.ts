import type { KeyObject } from 'node:crypto';
import type { Outcome } from '@honnin/outcome';

export function verifyRsaSignature(options: {
  readonly publicKey: KeyObject;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
}): Outcome<Uint8Array> {
  throw new Error(`not built yet (${options.message.length})`);
}
