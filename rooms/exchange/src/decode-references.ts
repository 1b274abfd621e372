import { type Attempt, done, failed, reason } from '@honnin/outcome';

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Replaces the five entities of XML 1.0 (4.6) and numeric references; fails with `entity-refused` on any other. */
export function decodeReferences(text: string): Attempt<string> {
  if (!text.includes('&')) return done(text);
  let refused: string | undefined;
  const decoded = text.replace(/&([^;&\s]{0,12};?)/g, (whole, name: string) => {
    const character = name.endsWith(';') ? characterOf(name.slice(0, -1)) : undefined;
    if (character === undefined) refused = whole;
    return character ?? '';
  });
  return refused === undefined ? done(decoded) : failed(reason('entity-refused', refused));
}

function characterOf(name: string): string | undefined {
  if (Object.hasOwn(named, name)) return named[name];
  const digits = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(name);
  if (digits === null) return undefined;
  const code = digits[1] === undefined ? Number(digits[2]) : Number.parseInt(digits[1], 16);
  // XML 1.0 2.2 (Char)
  const allowed =
    [9, 10, 13].includes(code) ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff);
  return allowed ? String.fromCodePoint(code) : undefined;
}
