import { createHash } from 'node:crypto';

/** What a card's answer is bound to: the service, its nonce, and the moment of the statement. */
export interface ChallengeBinding {
  readonly audience: string;
  readonly nonce: string;
  /** `iat` of the statement: whole seconds since 1970. */
  readonly issuedAt: number;
}

/**
 * The bytes behind a card challenge: each field is preceded by its length (unsigned, 4 bytes, big-endian), so
 * no two bindings share an encoding; the first field separates this use of the card's key from every other.
 * In order: `honnin identification challenge 1`, audience, nonce (UTF-8), issuedAt (8 bytes, big-endian).
 */
export function encodeChallengeBinding(binding: ChallengeBinding): Uint8Array {
  const time = Buffer.alloc(8);
  time.writeBigUInt64BE(BigInt(binding.issuedAt));
  const fields = [
    Buffer.from('honnin identification challenge 1'),
    Buffer.from(binding.audience),
    Buffer.from(binding.nonce),
    time,
  ];
  return Buffer.concat(
    fields.flatMap((field) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(field.length);
      return [length, field];
    }),
  );
}

/**
 * The 32-byte challenge that a card answers for one statement: SHA-256 of `encodeChallengeBinding`. Whoever
 * replays the answer for another service, nonce or time answers another challenge.
 */
export function cardChallenge(binding: ChallengeBinding): Uint8Array {
  return createHash('sha256').update(encodeChallengeBinding(binding)).digest();
}
