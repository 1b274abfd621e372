import { describe, expect, it } from 'vitest';
import { useHospital } from '../test/use-hospital.ts';

describe('a visit that is interrupted', () => {
  const hospital = useHospital();

  async function beginFace(): Promise<void> {
    const { kiosk, lay } = hospital();
    await kiosk.camera.stand({ kind: 'person', id: 'sato' });
    await lay('sato');
    await kiosk.tap('顔で確認する');
    await kiosk.sees('カメラを見てください');
  }

  it('card pulled away in mid-face: the kiosk asks for the card, and the next try begins anew', async () => {
    const { kiosk, demo, lay, handedOver, desk } = hospital();
    await beginFace();
    await demo.tray.takeAway();
    await kiosk.sees('もう一度、カードを読み取り口に置いてください。');
    expect(await handedOver()).toEqual([]);
    await desk.rows('途中で終わりました').waitFor();
    await lay('sato');
    await kiosk.sees('どの方法で本人確認をしますか');
    expect(await handedOver()).toEqual([]);
  });

  it('card pulled away at the consents: nothing is handed over', async () => {
    const { kiosk, demo, lay, person, handedOver } = hospital();
    await lay('sato');
    await kiosk.tap('暗証番号で確認する');
    await kiosk.sees('暗証番号を入力してください');
    await kiosk.enterPin(person('sato').card.pin ?? '');
    await kiosk.sees('過去の診療やお薬の情報を、見てもよいですか');
    await demo.tray.takeAway();
    await kiosk.sees('もう一度、カードを読み取り口に置いてください。');
    await kiosk.tap('終わる');
    await kiosk.sees('マイナンバーカードを置いてください');
    expect(await handedOver()).toEqual([]);
  });

  it('camera pulled out in mid-face: the kiosk says so, offers other ways, and the PIN leads on', async () => {
    const { kiosk, person, handedOver } = hospital();
    await beginFace();
    await kiosk.camera.pullOut();
    await kiosk.sees('カメラの映像が止まりました。');
    expect(await kiosk.buttons()).toEqual(['もう一度試す', '暗証番号で確認する', '職員を呼ぶ']);
    expect(await handedOver()).toEqual([]);
    await kiosk.tap('暗証番号で確認する');
    await kiosk.enterPin(person('sato').card.pin ?? '');
    await kiosk.sees('過去の診療やお薬の情報を、見てもよいですか');
  });

  it('camera pulled out and back in: the second try with the face succeeds', async () => {
    const { kiosk } = hospital();
    await beginFace();
    await kiosk.camera.pullOut();
    await kiosk.sees('カメラの映像が止まりました。');
    await kiosk.tap('もう一度試す');
    await kiosk.sees('過去の診療やお薬の情報を、見てもよいですか');
  });

  for (const state of ['denied', 'missing'] as const) {
    it(`camera ${state}: the kiosk says what to do instead, with PIN and staff`, async () => {
      const { kiosk, lay, handedOver } = hospital();
      await kiosk.camera.setState(state);
      await lay('sato');
      await kiosk.tap('顔で確認する');
      await kiosk.sees('カメラを使えません。');
      await kiosk.reads('暗証番号、または職員による確認をお選びください。');
      expect(await kiosk.buttons()).toEqual(expect.arrayContaining(['暗証番号で確認する', '職員を呼ぶ']));
      expect(await handedOver()).toEqual([]);
    });
  }
});
