/** DER of DigestInfo with SHA-256 up to the digest (RFC 8017 §9.2, note 1). */
const SHA256_PREFIX = Uint8Array.of(
  ...[0x30, 0x31, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01],
  ...[0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, 0x04, 0x20],
);

/** Wraps a SHA-256 digest in its DigestInfo (51 bytes). Throws RangeError when it is not 32 bytes. */
export function sha256DigestInfo(digest: Uint8Array): Uint8Array {
  if (digest.length !== 32) throw new RangeError('a SHA-256 digest is 32 bytes');
  const info = new Uint8Array(SHA256_PREFIX.length + digest.length);
  info.set(SHA256_PREFIX);
  info.set(digest, SHA256_PREFIX.length);
  return info;
}
