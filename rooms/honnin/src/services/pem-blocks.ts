/**
 * The DER contents of a file: of each PEM block (RFC 7468) with one of these labels, or the file itself when it
 * holds no PEM at all. Empty when it is PEM of other labels only.
 */
export function pemBlocks(contents: Uint8Array, labels: readonly string[]): readonly Uint8Array[] {
  const text = Buffer.from(contents).toString('latin1');
  if (!text.includes('-----BEGIN ')) return contents.length === 0 ? [] : [contents];
  const blocks = text.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\s]*)-----END \1-----/g);
  return [...blocks].flatMap(([, label = '', body = '']) =>
    labels.includes(label) ? [new Uint8Array(Buffer.from(body, 'base64'))] : [],
  );
}
