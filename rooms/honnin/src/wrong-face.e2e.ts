import { describe, expect, it } from 'vitest';
import type { BeforeLens } from '../test/person-before-camera.ts';
import { useHospital } from '../test/use-hospital.ts';

const otherWays = ['暗証番号で確認する', '職員を呼ぶ'];

describe('somebody who is not the holder of the card', () => {
  const hospital = useHospital();

  /** Lays the card down, tries the face and gives what the kiosk says when it is over. */
  async function tryFace(cardId: string, before: BeforeLens): Promise<string> {
    const { kiosk, lay } = hospital();
    await kiosk.camera.stand(before);
    await lay(cardId);
    await kiosk.tap('顔で確認する');
    await kiosk.sees('カメラを見てください');
    await kiosk.page.locator('[data-screen="failure"]').waitFor();
    return kiosk.text();
  }

  async function expectNothingHandedOver(): Promise<void> {
    const { desk, demo, handedOver, kiosk } = hospital();
    expect(await handedOver()).toEqual([]);
    await demo.tray.takeAway();
    await kiosk.reads('もう一度、カードを読み取り口に置いてください');
    await desk.rows('途中で終わりました').waitFor();
    expect(await handedOver()).toEqual([]);
    expect(await desk.rows('有効').count()).toBe(0);
  }

  it('borrowed card: another face than the card’s is refused and offered PIN and staff', async () => {
    const said = await tryFace('tanaka', { kind: 'person', id: 'okafor' });
    expect(said).toContain('カードの写真と照らし合わせることができませんでした');
    // Whose card it is stays unsaid.
    expect(said).not.toContain('田中');
    expect(await hospital().kiosk.buttons()).toEqual(['もう一度試す', ...otherWays]);
    await expectNothingHandedOver();
  });

  it('held-up photo: a still picture of the right person is not accepted', async () => {
    const said = await tryFace('tanaka', { kind: 'still-picture', id: 'tanaka', held: 'still' });
    expect(said).toContain('お顔の動きを確認できませんでした');
    expect(await hospital().kiosk.buttons()).toEqual(expect.arrayContaining(otherWays));
    await expectNothingHandedOver();
  });

  it('waved photo: moving and tilting a picture of the right person does not help', async () => {
    const said = await tryFace('tanaka', { kind: 'still-picture', id: 'tanaka', held: 'moving' });
    expect(said).toMatch(
      /お顔の動きを確認できませんでした|途中でお顔が見えなくなりました|反対の向きが続きました|時間になりました/,
    );
    expect(await hospital().kiosk.buttons()).toEqual(expect.arrayContaining(otherWays));
    await expectNothingHandedOver();
  });
});
