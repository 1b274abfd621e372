import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const font = fileURLToPath(
  import.meta.resolve('@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf'),
);

/**
 * A line of text as the black-on-white 1-bit PNG that a card-face record holds for name, address and security
 * code. The font comes with the packages: a machine without Japanese fonts draws the same.
 *
 * @param dpi 72 gives letters 12 px high, as in the security code of real cards
 */
export async function textImage(text: string, dpi = 144): Promise<Uint8Array> {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const drawn = await sharp({ text: { text: escaped, fontfile: font, font: 'Noto Sans JP', dpi } })
    .extractChannel(0)
    .negate()
    .extend({ top: 2, bottom: 2, left: 2, right: 2, background: '#fff' })
    .threshold(128)
    .png({ palette: true, colours: 2 })
    .toBuffer();
  return new Uint8Array(drawn);
}
