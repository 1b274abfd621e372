import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { textImage } from './text-image.ts';

async function ink(png: Uint8Array): Promise<{ black: number; white: number; width: number }> {
  const { data, info } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true });
  let black = 0;
  let white = 0;
  for (const value of data) {
    if (value === 0) black += 1;
    if (value === 255) white += 1;
  }
  return { black, white, width: info.width };
}

describe('textImage', () => {
  it('draws black letters on white and nothing between', async () => {
    const png = await textImage('佐藤　健一');
    const { black, white, width } = await ink(png);
    expect(black).toBeGreaterThan(200);
    expect(white).toBeGreaterThan(black);
    expect(black + white).toBe(
      (await sharp(png).raw().toBuffer({ resolveWithObject: true })).info.height * width,
    );
  });

  it('draws different names differently, variant characters too', async () => {
    expect(await textImage('渡邊')).not.toEqual(await textImage('渡辺'));
  });

  it('takes a name with signs that mean something in markup', async () => {
    expect((await ink(await textImage('A & <B>'))).black).toBeGreaterThan(50);
  });
});
