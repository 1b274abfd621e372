/** Sex by JIS X 0303: 1 male, 2 female, 0 not known, 9 not applicable. */
export type SexCode = '0' | '1' | '2' | '9';

/** Reads the card's one ASCII digit; undefined for anything else. */
export function readSexCode(text: string): SexCode | undefined {
  return (['0', '1', '2', '9'] as const).find((code) => code === text);
}
