/**
 * Whether a text is a DNS name in the preferred syntax (RFC 1034 §3.5), with the underscore that practice adds:
 * labels of 1 to 63 characters, no period at either end.
 */
export function isHostName(text: string): boolean {
  return text.length <= 253 && text.split('.').every((label) => /^[A-Za-z0-9_-]{1,63}$/.test(label));
}
