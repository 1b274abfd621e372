import type { FaceBox, FaceEngine, RgbImage } from '@honnin/face';
import { createTestAuthority } from '@honnin/pki';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Town } from '../demo-town/open-town.ts';
import { openOwnCards } from './own-cards.ts';

/** A shop before a detector that finds what the test says, and keeps hold of the picture it was given. */
async function shopThatSees(look: (image: RgbImage) => FaceBox[]) {
  const now = new Date();
  const seen: RgbImage[] = [];
  let forgotten = 0;
  const engine = {
    async findFaces(image: RgbImage) {
      seen.push(image);
      return look(image);
    },
    async forget() {
      forgotten += 1;
    },
  } as unknown as FaceEngine;
  const town = { authority: await createTestAuthority({ now }), record: { cards: {} } } as unknown as Town;
  const picture = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#c0a090' } })
    .jpeg()
    .toBuffer();
  const order = {
    name: '試験　花子',
    kana: 'シケン　ハナコ',
    birthDate: '1990-01-02',
    sex: '2' as const,
    address: '東京都架空区見本町一丁目1番1号',
    pin: '1357',
    photo: picture.toString('base64'),
  };
  const shop = openOwnCards({
    town,
    engine: async () => engine,
    now: () => now,
    register: async () => undefined,
  });
  return { shop, order, seen, forgotten: () => forgotten };
}

const face = { x: 220, y: 120, width: 180, height: 220, score: 1 };
const wiped = (images: readonly RgbImage[]) =>
  images.length === 1 && images.every(({ data }) => data.every((byte) => byte === 0));

describe('a picture for a card of one’s own', () => {
  it('is overwritten once the card is made, in the detector’s memory too', async () => {
    const { shop, order, seen, forgotten } = await shopThatSees(() => [face]);
    expect((await shop.issue(order)).status).toBe('done');
    expect(wiped(seen)).toBe(true);
    expect(forgotten()).toBe(1);
  });

  it('is overwritten when no face is found in it, and when the detector breaks off', async () => {
    const blind = await shopThatSees(() => []);
    expect(await blind.shop.issue(blind.order)).toMatchObject({ reason: { code: 'own-photo-without-face' } });
    expect(wiped(blind.seen)).toBe(true);
    expect(blind.forgotten()).toBe(1);

    const broken = await shopThatSees(() => {
      throw new Error('broken');
    });
    await expect(broken.shop.issue(broken.order)).rejects.toThrow('broken');
    expect(wiped(broken.seen)).toBe(true);
    expect(broken.forgotten()).toBe(1);
  });
});
