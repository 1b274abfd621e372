import type { BeforeCamera } from '@honnin/wallet/wallet-api';
import { describe, expect, it } from 'vitest';
import { useHospital } from '../test/use-hospital.ts';

describe('a persona whom the wallet puts before the kiosk’s camera', () => {
  const hospital = useHospital();

  async function standBeforeKiosk(before: BeforeCamera): Promise<void> {
    const { demo } = hospital();
    const answer = await fetch(`${demo.url}/wallet/api/before-camera`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', origin: demo.url },
      body: JSON.stringify(before),
    });
    expect(answer.status).toBeLessThan(300);
  }

  // The child is as everybody in the demo; at a real terminal staff would look.
  for (const [id, name] of [
    ['tanaka', '田中　和子'],
    ['nakamura', '中村　葵'],
  ] as const) {
    it(`${id} is taken for a live person, and nothing was relaxed for it`, async () => {
      const { kiosk, desk, lay } = hospital();
      await standBeforeKiosk({ kind: 'persona', id });
      await lay(id);
      await kiosk.tap('顔で確認する');
      await kiosk.sees('過去の診療やお薬の情報を、見てもよいですか');
      await kiosk.tap('すべて同意する');
      await kiosk.tap('紙の処方箋');
      await desk.rows(name).click();
      await desk.detail.getByText('顔で本人確認').first().waitFor();
      expect(await desk.detail.getByText('本人確認の規則の一部をゆるめた').count()).toBe(0);
      await standBeforeKiosk({ kind: 'webcam' });
    });
  }

  it('whose photo is held up is not taken for a live person', async () => {
    const { kiosk, lay } = hospital();
    await standBeforeKiosk({ kind: 'still-picture', id: 'tanaka' });
    await lay('tanaka');
    await kiosk.tap('顔で確認する');
    await kiosk.page.locator('[data-screen="failure"]').waitFor();
    expect(await kiosk.buttons()).toEqual(expect.arrayContaining(['暗証番号で確認する', '職員を呼ぶ']));
    await standBeforeKiosk({ kind: 'webcam' });
  });
});
