/** Two letters, eight digits, two letters, as printed at the top right of the front. */
const FORM = /^[A-Z]{2}[0-9]{8}[A-Z]{2}$/;

/**
 * The card number as the card knows it: 12 ASCII characters, upper case. Takes what people type: lower case,
 * full width, spaces and hyphens. Undefined when that is no card number.
 */
export function residenceCardNumber(typed: string): Uint8Array | undefined {
  const text = typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  return FORM.test(text) ? new TextEncoder().encode(text) : undefined;
}
