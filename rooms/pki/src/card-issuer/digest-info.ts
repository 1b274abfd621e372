/** AlgorithmIdentifier of SHA-256 with NULL parameters (RFC 8017 §9.2 note 1). */
const sha256Algorithm = Uint8Array.of(
  0x30,
  0x0d,
  0x06,
  0x09,
  0x60,
  0x86,
  0x48,
  0x01,
  0x65,
  0x03,
  0x04,
  0x02,
  0x01,
  0x05,
  0x00,
);

/**
 * DigestInfo (RFC 8017 §9.2) that names SHA-256 and holds the given octets: one digest normally, three in a
 * row for a card-face record. At most 110 octets, so that every length fits one octet.
 */
export function digestInfoSha256(octets: Uint8Array): Uint8Array {
  if (octets.length > 110) throw new Error(`${octets.length} octets do not fit`);
  return Uint8Array.from([
    0x30,
    sha256Algorithm.length + 2 + octets.length,
    ...sha256Algorithm,
    0x04,
    octets.length,
    ...octets,
  ]);
}
