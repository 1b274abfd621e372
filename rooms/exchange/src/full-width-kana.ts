const plain = new Map(
  [...'ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝｧｨｩｪｫｯｬｭｮｰ･､｡｢｣'].map((character, index) => [
    character,
    [
      ...'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲンァィゥェォッャュョー・、。「」',
    ][index] ?? character,
  ]),
);

/**
 * Reads half-width katakana of an OQS file back to full-width, voicing marks joined to their letters,
 * ASCII made full-width. Characters that are not half-width stay as they are.
 */
export function toFullWidthKana(halfWidth: string): string {
  let text = '';
  for (const character of halfWidth) {
    const code = character.charCodeAt(0);
    if (character === ' ') text += '\u3000';
    else if (character === 'ﾞ') text = voiced(text, '\u3099', '゛');
    else if (character === 'ﾟ') text = voiced(text, '\u309A', '゜');
    else if (code > 0x20 && code < 0x7f) text += String.fromCharCode(code + 0xfee0);
    else text += plain.get(character) ?? character;
  }
  return text;
}

/** Joins a voicing mark to the last letter, or writes the free-standing mark where there is no such letter. */
function voiced(text: string, combining: string, alone: string): string {
  const last = text.slice(-1);
  const joined = (last + combining).normalize('NFC');
  return last !== '' && joined.length === 1 ? text.slice(0, -1) + joined : text + alone;
}
