import { describe, expect, it } from 'vitest';
import { useHospital } from '../test/use-hospital.ts';

describe('the eligibility service is down', () => {
  const hospital = useHospital();

  it('asks the patient to the desk, hands nothing over, and tells the desk what happened', async () => {
    const { kiosk, demo, lay, person, desk, handedOver } = hospital();
    await demo.stopEligibility();
    await lay('sato');
    await kiosk.tap('暗証番号で確認する');
    await kiosk.enterPin(person('sato').card.pin ?? '');
    await kiosk.tap('すべて同意する');
    await kiosk.tap('紙の処方箋');
    await kiosk.page.locator('[data-screen="failure"]').waitFor();
    const said = await kiosk.text();
    expect(said).toContain('ただいま保険の情報を問い合わせることができません');
    expect(said).toContain('受付へお声がけください');
    expect(said).not.toContain('佐藤');
    expect(await handedOver()).toEqual([]);
    const row = desk.rows('窓口へ');
    await row.click();
    await desk.detail.getByRole('heading', { name: '必要な対応' }).waitFor();
    expect(await desk.rows('有効').count()).toBe(0);

    // Once more, as the screen offers: still no answer, still nothing wrong.
    await kiosk.tap('もう一度試す');
    await kiosk.sees('ただいま保険の情報を問い合わせることができません。');
    expect(await handedOver()).toEqual([]);
  });
});
