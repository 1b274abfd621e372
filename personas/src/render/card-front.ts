import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Person } from '../person.ts';
import { japaneseDate } from './japanese-date.ts';

/** Size of the printed front: ID-1 (85.6 x 54 mm) at ten pixels a millimetre. */
export const cardSize = { width: 856, height: 540 } as const;

/**
 * The printed front of the card as a page: laid out like the real one, with fictional content,
 * own colours and a mark that it is a sample. Without a portrait the photo's field stays empty.
 */
export async function cardFront(person: Person, portrait: Buffer | undefined): Promise<string> {
  const birth = japaneseDate(person.birthDate);
  const [year, month, day] = person.card.expiryDate.split('-').map(Number);
  const expiry = `${year}年${month}月${day}日まで有効`;
  const sex = person.sex === '1' ? '男' : '女';
  const office = person.address.replace(/^(.+?[都道府県])?(.+?[市区町村]).*$/u, '$2');
  const photo = portrait
    ? `<img class="photo" src="data:image/jpeg;base64,${portrait.toString('base64')}">`
    : '<div class="photo none"></div>';
  const text = [person.name, person.address, birth, expiry, sex, office, fixedText].join('');
  return `<!doctype html><meta charset="utf-8"><style>${await fontFaces(text)}
    * { box-sizing: border-box; margin: 0 }
    body { width: 856px; height: 540px; position: relative; overflow: hidden; color: #1d1d1f;
      font: 500 25px/1.25 'Noto Sans JP Variable', sans-serif;
      background: radial-gradient(circle at 85% 20%, #f7dfe6 0 18%, transparent 45%),
        radial-gradient(circle at 20% 90%, #d9ebf5 0 25%, transparent 60%),
        repeating-linear-gradient(115deg, #fbf7f3 0 9px, #f4f1ee 9px 12px); }
    .label { font-size: 17px; color: #4b5563; position: absolute }
    .text { position: absolute; white-space: pre }
    .band { position: absolute; left: 0; right: 0; top: 208px; height: 50px; background: #e7a9b8cc;
      display: flex; align-items: center; justify-content: flex-end; padding-right: 28px;
      font-size: 32px; font-weight: 700; letter-spacing: .16em; color: #7a2540 }
    .photo { position: absolute; left: 36px; top: 226px; width: 204px; height: 262px; object-fit: cover;
      border: 2px solid #fff; background: #eef1f4 }
    .none { border: 2px dashed #c4cad2 }
    .code { position: absolute; left: 36px; top: 494px; width: 204px; text-align: center; font-size: 24px;
      letter-spacing: .22em; font-weight: 600 }
    .note { position: absolute; left: 268px; top: 452px; width: 556px; height: 58px; border: 1.5px solid #9ca3af;
      border-radius: 4px; font-size: 15px; color: #6b7280; padding: 4px 8px }
    .sample { position: absolute; right: 28px; top: 150px; border: 3px solid currentColor; border-radius: 8px; padding: 0 14px;
      font-size: 30px; font-weight: 800; letter-spacing: .08em; color: #c0264ab0; white-space: pre }
  </style>
  <div class="band">個人番号カード</div>
  <span class="label" style="left:36px;top:32px">氏名</span><span class="text" style="left:100px;top:24px;font-size:34px">${person.name}</span>
  <span class="label" style="left:36px;top:98px">住所</span><span class="text" style="left:100px;top:93px;font-size:26px;white-space:normal;width:720px">${person.address}</span>
  ${photo}<span class="code">${person.card.securityCode}</span>
  <span class="text" style="left:268px;top:290px;font-size:29px">${birth}<small>生</small></span>
  <span class="label" style="left:640px;top:298px">性別</span><span class="text" style="left:694px;top:288px;font-size:31px">${sex}</span>
  <span class="text" style="left:268px;top:346px;font-size:29px">${expiry}</span>
  <span class="text" style="left:268px;top:402px;font-size:24px">${office}長</span>
  <div class="note">追記欄</div>
  <div class="sample">見本 SAMPLE</div>`;
}

const fixedText = '個人番号カード氏名住所生年月日性別男女まで有効追記欄見本長SAMPLE0123456789';

/** The slices of the font that hold the characters of this card, each put into the page itself. */
async function fontFaces(text: string): Promise<string> {
  const require = createRequire(import.meta.url);
  const folder = dirname(require.resolve('@fontsource-variable/noto-sans-jp/package.json'));
  const css = await readFile(join(folder, 'index.css'), 'utf8');
  const points = [...new Set(text)].map((character) => character.codePointAt(0) ?? 0);
  const faces = css.match(/@font-face\s*\{[^}]*\}/g) ?? [];
  const chosen = await Promise.all(
    faces.map(async (face) => {
      const ranges = /unicode-range:\s*([^;]+);/.exec(face)?.[1]?.split(',') ?? [];
      if (!ranges.some((range) => points.some((point) => within(point, range.trim())))) return '';
      const file = /url\(\.?\/?([^)]+)\)/.exec(face)?.[1] ?? '';
      const font = await readFile(join(folder, file));
      return face.replace(/url\([^)]+\)/, `url(data:font/woff2;base64,${font.toString('base64')})`);
    }),
  );
  return chosen.join('\n');
}

function within(point: number, range: string): boolean {
  const [first = '', last = first] = range.replace(/^U\+/i, '').split('-');
  return point >= Number.parseInt(first, 16) && point <= Number.parseInt(last, 16);
}
