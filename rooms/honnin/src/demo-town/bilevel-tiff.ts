import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const font = fileURLToPath(
  import.meta.resolve('@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf'),
);

/** Lines of text as the black-on-white TIFF (MMR, ITU-T T.6) that a residence card holds. */
export async function bilevelTiff(lines: readonly string[]): Promise<Uint8Array> {
  const text = lines.join('\n').replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const tiff = await sharp({ text: { text, fontfile: font, font: 'Noto Sans JP', dpi: 120, spacing: 8 } })
    .extractChannel(0)
    .negate()
    .extend({ top: 4, bottom: 4, left: 4, right: 4, background: '#fff' })
    .threshold(128)
    .tiff({ compression: 'ccittfax4', bitdepth: 1 })
    .toBuffer();
  return new Uint8Array(tiff);
}
