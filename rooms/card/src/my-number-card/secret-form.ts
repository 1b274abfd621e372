/** What a secret may look like. */
export interface SecretForm {
  readonly shortest: number;
  readonly longest: number;
  readonly letters: boolean;
}

/**
 * Whether bytes can be this secret at all: ASCII digits, and letters A–Z where the form has them. Looks at
 * the bytes and makes no string of them, since a string cannot be wiped.
 */
export function hasForm(secret: Uint8Array, form: SecretForm): boolean {
  const digit = (byte: number) => byte >= 0x30 && byte <= 0x39;
  const letter = (byte: number) => form.letters && byte >= 0x41 && byte <= 0x5a;
  const { length } = secret;
  return (
    length >= form.shortest && length <= form.longest && secret.every((byte) => digit(byte) || letter(byte))
  );
}
