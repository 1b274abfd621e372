/** The first sentence of a text, to be its heading, and what follows. Japanese and English full stops. */
export function splitFirstSentence(text: string): readonly [first: string, rest: string] {
  const end = /。|[.?!](?=\s)/.exec(text);
  if (end === null) return [text, ''];
  const after = end.index + 1;
  return [text.slice(0, after), text.slice(after).trim()];
}
