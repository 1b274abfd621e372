import type { Substitution } from './substitution.ts';

const plain: Readonly<Record<string, string>> = {
  ...pairs(
    'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン',
    'ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ',
  ),
  ...pairs('ァィゥェォッャュョー・、。「」゛゜', 'ｧｨｩｪｫｯｬｭｮｰ･､｡｢｣ﾞﾟ'),
  ...pairs('　（），－．', ' (),-.'),
  '\u3099': 'ﾞ',
  '\u309A': 'ﾟ',
};

/** Letters that JIS X 0201 lacks: the nearest one is written, and the substitution is told. */
const nearest: Readonly<Record<string, string>> = {
  ...pairs('ヰヱヮヵヶ゠', 'ｲｴﾜｶｹ='),
  ...pairs('ヽヾ', '･･'),
  ヿ: 'ｺﾄ',
};

const halfWidth = /^[ -~\uFF61-\uFF9F]$/u;

function pairs(from: string, to: string): Record<string, string> {
  const target = [...to];
  return Object.fromEntries([...from].map((character, index) => [character, target[index] ?? '']));
}

/**
 * Writes full-width katakana as OQS files want it: half-width, with voicing marks as letters of their own
 * (JIS X 0201) and a half-width space. A letter without a half-width form is replaced by its nearest one
 * and listed.
 */
export function toHalfWidthKana(
  kana: string,
  where: string,
): { text: string; substitutions: Substitution[] } {
  const substitutions: Substitution[] = [];
  let text = '';
  for (const character of kana) {
    // Only the voiced letters come apart under NFD; everything else stays one character.
    for (const part of character.normalize('NFD')) {
      const known = plain[part];
      if (known !== undefined) {
        text += known;
      } else if (halfWidth.test(part)) {
        text += part;
      } else {
        const ascii = /^[\uFF01-\uFF5E]$/u.test(part)
          ? String.fromCharCode(part.charCodeAt(0) - 0xfee0)
          : undefined;
        const replacedBy = ascii ?? nearest[part] ?? '?';
        if (ascii === undefined) substitutions.push({ character: part, replacedBy, where });
        text += replacedBy;
      }
    }
  }
  return { text, substitutions };
}
