/** A certificate or a list: DER, or PEM (RFC 7468) as text or octets. */
export type Encoded = Uint8Array | string;

/**
 * The DER values in what may be DER or PEM. Blocks with another label are passed over; `label` is the whole of it,
 * but for the `X509 ` and `TRUSTED ` that old tools put before. Octets that are no PEM are taken for DER as they are.
 */
export function encodedBlocks(encoded: Encoded, label: string): readonly Uint8Array[] {
  const text = typeof encoded === 'string' ? encoded : Buffer.from(encoded).toString('latin1');
  if (!text.includes('-----BEGIN '))
    return typeof encoded === 'string' ? [Uint8Array.from(Buffer.from(encoded, 'base64'))] : [encoded];
  const blocks = text.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \1-----/g);
  return [...blocks].flatMap(([, found = '', body = '']) =>
    found.replace(/^(X509|TRUSTED) /, '') === label.replace(/^X509 /, '')
      ? [Uint8Array.from(Buffer.from(body, 'base64'))]
      : [],
  );
}
