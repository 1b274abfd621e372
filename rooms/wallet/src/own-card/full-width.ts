/** A name as it stands on a card: one full-width space between its parts, no half-width letters of kana. */
export function fullWidthName(words: string): string {
  return words.normalize('NFKC').trim().replace(/\s+/g, '\u3000');
}

/** Kana as insurers register them: full-width katakana; hiragana and half-width kana are turned into it. */
export function fullWidthKana(words: string): string {
  return fullWidthName(words).replace(/[ぁ-ゖ]/g, (letter) =>
    String.fromCharCode(letter.charCodeAt(0) + 0x60),
  );
}
