import { createHash } from 'node:crypto';

/** Bytes of an RSA-2048 modulus. */
const encodedLength = 256;
const hashLength = 32;

/**
 * EMSA-PSS with SHA-256 and MGF1-SHA-256 (RFC 8017 9.1.1) for a 2048-bit modulus, from a digest made
 * elsewhere: node:crypto signs PSS only over a message that it hashes itself.
 */
export function encodePss(digest: Uint8Array, salt: Uint8Array): Uint8Array {
  const hash = createHash('sha256').update(new Uint8Array(8)).update(digest).update(salt).digest();
  const block = new Uint8Array(encodedLength - hashLength - 1);
  block[block.length - salt.length - 1] = 0x01;
  block.set(salt, block.length - salt.length);
  const mask = mgf1(hash, block.length);
  const encoded = new Uint8Array(encodedLength);
  encoded.set(block.map((byte, index) => byte ^ (mask[index] ?? 0)));
  encoded.set(hash, block.length);
  encoded[encodedLength - 1] = 0xbc;
  // RFC 8017 9.1.1 step 11: emBits is one less than the modulus has, so the topmost bit is cleared.
  encoded[0] = (encoded[0] ?? 0) & 0x7f;
  return encoded;
}

/** MGF1 (RFC 8017 B.2.1) with SHA-256. */
function mgf1(seed: Uint8Array, length: number): Uint8Array {
  const blocks: Buffer[] = [];
  for (let counter = 0; blocks.length * hashLength < length; counter += 1) {
    const suffix = Buffer.alloc(4);
    suffix.writeUInt32BE(counter);
    blocks.push(createHash('sha256').update(seed).update(suffix).digest());
  }
  return Uint8Array.from(Buffer.concat(blocks).subarray(0, length));
}
