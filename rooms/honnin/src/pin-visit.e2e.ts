import { describe, expect, it } from 'vitest';
import { expectedFile } from '../test/expected-file.ts';
import { readHandedOver } from '../test/read-handed-over.ts';
import { useHospital } from '../test/use-hospital.ts';

const asksConsents = '過去の診療やお薬の情報を、見てもよいですか';

describe('a patient with card and PIN', () => {
  const hospital = useHospital();

  async function layAndEnterPin(id: string): Promise<void> {
    const { kiosk, lay, person } = hospital();
    await lay(id);
    await kiosk.tap('暗証番号で確認する');
    await kiosk.sees('暗証番号を入力してください');
    await kiosk.enterPin(person(id).card.pin ?? '');
    await kiosk.sees(asksConsents);
  }

  it('chooses consents one by one, and the file follows the choices exactly', async () => {
    const { kiosk, person, desk } = hospital();
    const from = Date.now();
    await layAndEnterPin('sato');
    await kiosk.tap('一つずつ選ぶ');
    await kiosk.sees('見てもよいものを選んでください');
    const tick = (name: string) => kiosk.page.locator('label').filter({ hasText: name }).click();
    await tick('お薬の情報');
    await tick('健康診断の結果');
    await tick('手術・病名・感染症');
    // Changed one's mind.
    await tick('健康診断の結果');
    await kiosk.tap('これで決定する');
    await kiosk.tap('電子処方箋');
    await kiosk.sees('受付が終わりました');
    const { result } = await readHandedOver(hospital());
    expect(result).toEqual(
      expectedFile(person('sato'), {
        given: ['YZK', 'SHJ'],
        prescriptionIssue: '1',
        consentsAt: { from, to: Date.now() },
      }),
    );
    const row = desk.rows('佐藤　健一', '有効');
    await row.click();
    await desk.detail.getByText('暗証番号で本人確認').waitFor();
  });

  it('withholds everything, and the certificate for a specific disease stays out of the file', async () => {
    const { kiosk, person } = hospital();
    const from = Date.now();
    await layAndEnterPin('okafor');
    await kiosk.tap('同意しない');
    await kiosk.tap('紙の処方箋');
    await kiosk.sees('受付が終わりました');
    const { result, bytes } = await readHandedOver(hospital());
    expect(result).toEqual(
      expectedFile(person('okafor'), {
        given: [],
        prescriptionIssue: '2',
        consentsAt: { from, to: Date.now() },
      }),
    );
    expect(new TextDecoder().decode(bytes)).not.toContain('SpecificDiseasesSelfPay');
  });

  it('guessing the PIN: tries are counted down, the last one must be meant, then the PIN is locked and the face still works', async () => {
    const { kiosk, lay, handedOver, demo } = hospital();
    await kiosk.camera.stand({ kind: 'person', id: 'yamamoto' });
    await lay('yamamoto');
    await kiosk.tap('暗証番号で確認する');
    await kiosk.reads('あと3回、入力できます');
    await kiosk.enterPin('1111');
    await kiosk.sees('番号が合いませんでした');
    await kiosk.reads('あと2回、入力できます');
    await kiosk.enterPin('2222');
    await kiosk.sees('入力できるのは、あと1回です');
    await kiosk.tap('番号がわかるので入力する');
    await kiosk.sees('暗証番号を入力してください');
    expect(demo.tray.triesLeftOfPin('yamamoto')).toBe(1);
    await kiosk.enterPin('3333');
    await kiosk.sees('暗証番号がロックされています。');
    expect(demo.tray.triesLeftOfPin('yamamoto')).toBe(0);
    expect(await kiosk.buttons()).toEqual(['顔で確認する', '職員を呼ぶ']);
    expect(await handedOver()).toEqual([]);

    await kiosk.tap('顔で確認する');
    await kiosk.sees(asksConsents);
    await kiosk.tap('すべて同意する');
    await kiosk.tap('紙の処方箋');
    await kiosk.sees('受付が終わりました');
    const { result } = await readHandedOver(hospital());
    expect(result.coverages[0]).toMatchObject({
      cardClassification: 'A1',
      medicalTickets: [{ ticketType: '01' }],
    });
  });

  it('is told the next time that the locked PIN is closed, and why', async () => {
    const { kiosk, lay } = hospital();
    await lay('yamamoto');
    await kiosk.sees('どの方法で本人確認をしますか');
    await kiosk.reads('暗証番号で確認する　今は使えません');
    expect(await kiosk.page.getByRole('button', { name: '暗証番号で確認する' }).count()).toBe(0);
  });
});
