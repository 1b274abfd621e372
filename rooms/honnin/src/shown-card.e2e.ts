import type { BeforeCamera } from '@honnin/wallet/wallet-api';
import { describe, expect, it } from 'vitest';
import { useHospital } from '../test/use-hospital.ts';

const show = 'カードの写真の面を、カメラに見せてください';
const layAgain = 'カードを、元の場所に置いてください';
const consents = '過去の診療やお薬の情報を、見てもよいですか';

describe('the printed side of the card before the camera', () => {
  const hospital = useHospital({ matchingNumber: 'camera' });

  async function comeToShowing(card = 'tanaka') {
    const { kiosk, lay } = hospital();
    await kiosk.camera.stand({ kind: 'person-with-card', id: 'tanaka', card });
    await lay('tanaka');
    await kiosk.tap('顔で確認する');
    await kiosk.sees(show);
  }

  it('is read, so that nobody need type, and the face follows', async () => {
    const { kiosk, desk } = hospital();
    await comeToShowing();
    await kiosk.sees(consents);
    await kiosk.tap('すべて同意する');
    await kiosk.tap('紙の処方箋');
    await kiosk.sees('受付が終わりました');
    await desk.rows('田中　和子', '有効').waitFor();
  });

  it('may be lifted off the reader for it; the same card goes on', async () => {
    const { kiosk, demo, lay } = hospital();
    await comeToShowing();
    await demo.tray.takeAway();
    await kiosk.sees(layAgain);
    await lay('tanaka');
    await kiosk.sees(consents);
  });

  it('swapping the card: another one than was lifted is noticed, and begins a visit of its own', async () => {
    const { kiosk, demo, lay } = hospital();
    await comeToShowing();
    await demo.tray.takeAway();
    await kiosk.sees(layAgain);
    await lay('suzuki');
    await kiosk.reads('はじめのカードと別のカードが置かれました');
    await kiosk.tap('もう一度');
    await kiosk.sees('どの方法で本人確認をしますか');
  });

  it('typing instead is always there', async () => {
    const { kiosk } = hospital();
    await kiosk.camera.stand({ kind: 'person', id: 'tanaka' });
    await hospital().lay('tanaka');
    await kiosk.tap('顔で確認する');
    await kiosk.sees(show);
    await kiosk.tap('数字を入力する');
    await kiosk.sees('生年月日を入力してください');
    expect(await kiosk.text()).not.toContain('読み取れません');
    for (const digits of ['29210', '34', '1157']) {
      await kiosk.page.keyboard.type(digits);
      await kiosk.tap('次へ');
    }
    await kiosk.sees(consents);
  });

  it('of somebody else’s card spends one try, and then asks to type, without blame', async () => {
    const { kiosk } = hospital();
    await comeToShowing('sato');
    await kiosk.sees('生年月日を入力してください');
    await kiosk.reads('カメラではうまく読み取れませんでした');
    expect(await kiosk.text()).not.toContain('合いませんでした');
  });

  it('a persona whom the wallet puts there holds the card up by themselves', async () => {
    const { kiosk, demo, lay } = hospital();
    const stand = (before: BeforeCamera) =>
      fetch(`${demo.url}/wallet/api/before-camera`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', origin: demo.url },
        body: JSON.stringify(before),
      });
    await stand({ kind: 'persona', id: 'tanaka' });
    await lay('tanaka');
    await kiosk.tap('顔で確認する');
    await kiosk.sees(show);
    await kiosk.sees(consents);
    await stand({ kind: 'webcam' });
  });

  it('before a real camera the demo’s card is held up by a button', async () => {
    const { kiosk, lay } = hospital();
    await kiosk.camera.stand({ kind: 'person', id: 'tanaka' });
    await lay('tanaka');
    await kiosk.tap('顔で確認する');
    await kiosk.sees(show);
    await kiosk.tap('見本のカードをカメラにかざす');
    await kiosk.sees(consents);
  });
});
