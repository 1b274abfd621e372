import { describe, expect, it } from 'vitest';
import { readHandedOver } from '../test/read-handed-over.ts';
import { useHospital } from '../test/use-hospital.ts';

describe('somebody who cannot turn their head', () => {
  const hospital = useHospital();

  it('leans in instead, is looked at by staff as the last step, and is done without an apology', async () => {
    const { kiosk, desk, lay } = hospital();
    await kiosk.camera.stand({ kind: 'person', id: 'suzuki' });
    await lay('suzuki');
    await kiosk.tap('顔で確認する');
    await kiosk.tap('首を動かさずに行う');
    await kiosk.reads('首を動かさずに進めています');
    await kiosk.sees('ご協力ありがとうございます。');
    await kiosk.reads('職員がお顔を拝見して、確認を終えます');
    expect(await kiosk.page.locator('[data-screen="failure"]').count()).toBe(0);
    await desk.rows('係員を待っています').click();
    await desk.detail.getByRole('button', { name: '本人を目視で確認しました' }).click();
    await kiosk.sees('過去の診療やお薬の情報を、見てもよいですか');
    await kiosk.tap('すべて同意する');
    await kiosk.tap('紙の処方箋');
    await kiosk.sees('受付が終わりました');
    await readHandedOver(hospital());
    await desk.detail.getByText('係員が目視で本人確認').waitFor();
  });
});
