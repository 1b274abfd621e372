/** How the number on a residence card is made up. */
export const residenceParts = [
  { kind: 'letters', length: 2 },
  { kind: 'digits', length: 8 },
  { kind: 'letters', length: 2 },
] as const;

const length = 12;
const digitsAt = { from: 2, to: 10 } as const;

/** What can come next; after the last character nothing more. */
export function nextKind(typed: string): 'letters' | 'digits' | null {
  if (typed.length >= length) return null;
  return typed.length >= digitsAt.from && typed.length < digitsAt.to ? 'digits' : 'letters';
}

/**
 * What a key does to the number: a letter or digit that fits its place goes in, in capitals; others are not
 * heard, so that O and 0 cannot be mistaken for each other.
 */
export function pressResidenceKey(typed: string, key: string): string {
  if (key === 'delete') return typed.slice(0, -1);
  if (key === 'clear') return '';
  const character = key.normalize('NFKC').toUpperCase();
  const form = { letters: /^[A-Z]$/, digits: /^[0-9]$/ };
  const kind = nextKind(typed);
  return kind !== null && form[kind].test(character) ? typed + character : typed;
}
