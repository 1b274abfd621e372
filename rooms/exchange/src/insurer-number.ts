/** Insurer numbers take eight places in files; shorter ones (national insurance, six) get leading spaces. */
export function toOqsInsurerNumber(number: string): string {
  return number.padStart(8, ' ');
}

/**
 * The number as the insurer uses it. Files pad with spaces, the web form of the same message with zeros; a
 * national insurance number never starts with two zeros, so both come back as six digits.
 */
export function fromOqsInsurerNumber(padded: string): string {
  const digits = padded.trim();
  return /^00[0-9]{6}$/.test(digits) ? digits.slice(2) : digits;
}
