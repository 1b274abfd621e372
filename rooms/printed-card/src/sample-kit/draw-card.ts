import { fileURLToPath } from 'node:url';
import sharp, { type OverlayOptions } from 'sharp';
import type { RgbImage } from '../engine/rgb-image.ts';

/** What is printed on the front of a sample card. */
export interface PrintedCard {
  readonly name: string;
  readonly address: string;
  /** `YYYY-MM-DD`. */
  readonly birthDate: string;
  readonly expiryDate: string;
  readonly securityCode: string;
  readonly sex: '1' | '2';
  /** Any picture that `sharp` reads; without it the field stays empty. */
  readonly portrait?: Uint8Array;
}

/** How offices print: the weight of the type, dates as 5月3日 or 05月03日, and years of the West for some. */
export interface PrintStyle {
  readonly weight: 'regular' | 'medium' | 'semi-bold' | 'bold';
  readonly padded: boolean;
  readonly western: boolean;
}

export const usualStyle: PrintStyle = { weight: 'medium', padded: false, western: false };

/** Ten pixels a millimetre. */
const drawnSize = { width: 856, height: 540 } as const;

const fontFiles = {
  regular: import.meta.resolve('@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf'),
  medium: import.meta.resolve('@expo-google-fonts/noto-sans-jp/500Medium/NotoSansJP_500Medium.ttf'),
  'semi-bold': import.meta.resolve('@expo-google-fonts/noto-sans-jp/600SemiBold/NotoSansJP_600SemiBold.ttf'),
  bold: import.meta.resolve('@expo-google-fonts/noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf'),
} as const;

/** Draws a card plainly marked as a sample, laid out like the real one, with a person who does not exist. */
export async function drawCard(card: PrintedCard, style: PrintStyle = usualStyle): Promise<RgbImage> {
  const ink = '#1d1d1f';
  const { weight } = style;
  const rows = await Promise.all([
    text('氏名', 17, 36, 34, '#4b5563', weight),
    text(card.name, 34, 100, 26, ink, weight),
    text('住所', 17, 36, 100, '#4b5563', weight),
    text(card.address, 26, 100, 96, ink, weight),
    text('見本 SAMPLE', 30, 600, 152, '#c0264a', 'bold'),
    text('個人番号カード', 32, 560, 214, '#7a2540', 'bold'),
    text(`${printedBirth(card.birthDate, style)}生`, 29, 268, 292, ink, weight),
    text('性別', 17, 640, 300, '#4b5563', weight),
    text(card.sex === '1' ? '男' : '女', 31, 694, 290, ink, weight),
    text(`${printedDay(card.expiryDate, style)}まで有効`, 29, 268, 348, ink, weight),
    text('架空区長', 24, 268, 404, ink, weight),
    text('電子証明書の有効期限　　　年　　月　　日', 15, 268, 434, '#6b7280', weight),
    text(
      '《 1. 脳死後及び心臓停止後　2. 心臓停止後のみ　3. 提供しません 》',
      13,
      276,
      462,
      '#6b7280',
      weight,
    ),
    text([...card.securityCode].join('\u2009'), 26, 92, 496, ink, weight),
  ]);
  const overlays: OverlayOptions[] = [{ input: Buffer.from(backdrop), left: 0, top: 0 }, ...rows];
  if (card.portrait !== undefined) {
    const photo = await sharp(card.portrait).resize(200, 258, { fit: 'cover' }).png().toBuffer();
    overlays.push({ input: photo, left: 38, top: 228 });
  }
  const { data, info } = await sharp({ create: { ...drawnSize, channels: 3, background: '#f6f2ee' } })
    .composite(overlays)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8Array(data) };
}

const backdrop = `<svg xmlns="http://www.w3.org/2000/svg" width="856" height="540">
  <circle cx="730" cy="110" r="220" fill="#f7dfe6"/><circle cx="150" cy="500" r="260" fill="#d9ebf5"/>
  <rect y="208" width="856" height="50" fill="#e7a9b8"/>
  <rect x="36" y="226" width="204" height="262" fill="#eef1f4" stroke="#ffffff" stroke-width="3"/>
  <rect x="268" y="456" width="556" height="58" fill="none" stroke="#9ca3af" stroke-width="1.5"/>
</svg>`;

async function text(
  words: string,
  size: number,
  left: number,
  top: number,
  colour: string,
  weight: PrintStyle['weight'],
): Promise<OverlayOptions> {
  const fontfile = fileURLToPath(fontFiles[weight]);
  const escaped = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const input = await sharp({
    // At 72 dots an inch a point is a pixel.
    text: {
      text: `<span foreground="${colour}">${escaped}</span>`,
      font: `Noto Sans JP ${size}`,
      fontfile,
      dpi: 72,
      rgba: true,
    },
  })
    .png()
    .toBuffer();
  return { input, left, top };
}

const eras = [
  { name: '令和', first: '2019-05-01' },
  { name: '平成', first: '1989-01-08' },
  { name: '昭和', first: '1926-12-25' },
  { name: '大正', first: '1912-07-30' },
] as const;

function printedBirth(date: string, style: PrintStyle): string {
  const era = eras.find(({ first }) => date >= first);
  if (style.western || era === undefined) return printedDay(date, style);
  const year = Number(date.slice(0, 4)) - Number(era.first.slice(0, 4)) + 1;
  return `${era.name}${year === 1 ? '元' : year}年${monthAndDay(date, style)}`;
}

const printedDay = (date: string, style: PrintStyle) => `${date.slice(0, 4)}年${monthAndDay(date, style)}`;

function monthAndDay(date: string, { padded }: PrintStyle): string {
  const [month, day] = [date.slice(5, 7), date.slice(8, 10)].map((part) =>
    padded ? part : String(Number(part)),
  );
  return `${month}月${day}日`;
}
