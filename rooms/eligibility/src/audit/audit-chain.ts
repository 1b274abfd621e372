import { createHash, createHmac } from 'node:crypto';

/** How the rows of a chain are bound together. With a key, who changes rows cannot make new hashes for them. */
export type ChainAlgorithm = 'sha256' | 'hmac-sha256';

/** Whose chain it is; all of it goes into the first link. */
export interface ChainOrigin {
  readonly writerId: string;
  readonly number: number;
  readonly startedAt: Date;
}

/** The hash that stands before the first row of a chain. */
export function chainStart(origin: ChainOrigin, key: Uint8Array | null): Buffer {
  const text = `honnin audit 1\n${origin.writerId}\n${origin.number}\n${origin.startedAt.toISOString()}\n`;
  return digest(Buffer.from(text, 'utf8'), key);
}

/** The hash of a row: over the hash before it (32 bytes), its sequence (8 bytes, big-endian) and its text. */
export function chainLink(
  previous: Uint8Array,
  sequence: bigint,
  content: string,
  key: Uint8Array | null,
): Buffer {
  const place = Buffer.alloc(8);
  place.writeBigUInt64BE(sequence);
  return digest(Buffer.concat([previous, place, Buffer.from(content, 'utf8')]), key);
}

function digest(bytes: Uint8Array, key: Uint8Array | null): Buffer {
  const hash = key === null ? createHash('sha256') : createHmac('sha256', key);
  return hash.update(bytes).digest();
}
