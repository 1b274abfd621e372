import { describe, expect, it } from 'vitest';
import { expectedFile } from '../test/expected-file.ts';
import { readHandedOver } from '../test/read-handed-over.ts';
import { useHospital } from '../test/use-hospital.ts';

describe('a patient with card and face', () => {
  const hospital = useHospital();

  it('is identified, agrees to everything, and the hospital’s file is right field by field', async () => {
    const { kiosk, desk, lay, person, handedOver } = hospital();
    await kiosk.camera.stand({ kind: 'person', id: 'tanaka' });
    const from = Date.now();
    await lay('tanaka');
    await kiosk.sees('どの方法で本人確認をしますか');
    await kiosk.tap('顔で確認する');
    await kiosk.sees('過去の診療やお薬の情報を、見てもよいですか');
    expect(await handedOver()).toEqual([]);
    await kiosk.tap('すべて同意する');
    await kiosk.sees('処方箋は、どちらで受け取りますか');
    await kiosk.tap('紙の処方箋');
    await kiosk.sees('受付が終わりました');
    await kiosk.reads('田中　和子 様');
    await kiosk.reads('健康保険が使えることを確認しました。');
    await kiosk.reads('カードをお取りください');

    const { result, name } = await readHandedOver(hospital());
    expect(result).toEqual(
      expectedFile(person('tanaka'), {
        given: ['TSR', 'TKK', 'YZK', 'SRJ', 'SHJ'],
        prescriptionIssue: '2',
        consentsAt: { from, to: Date.now() },
      }),
    );
    // What makes this person's situation, so that an empty record could not pass.
    expect(result.coverages[0]).toMatchObject({
      insurerName: '東京都架空区',
      elderlyRecipient: { ratio: '020' },
      limit: { classification: '02', flag: 'B05' },
    });
    expect(result.referenceNumber).toBe('0001187');

    // The desk's page was open all the time and was never reloaded.
    const row = desk.rows('田中　和子', '有効');
    await row.waitFor();
    await row.click();
    const { detail } = desk;
    await detail.getByRole('heading', { level: 2, name: '田中　和子' }).waitFor();
    for (const words of ['タナカ　カズコ', '顔で本人確認', '高齢受給者証', '2割', '0001187', name]) {
      await detail.getByText(words).first().waitFor();
    }
    // Stills on a canvas stood for the camera, over and over the same ones: the desk is told.
    await detail.getByText('本人確認の規則の一部をゆるめた').first().waitFor();

    await hospital().demo.tray.takeAway();
    await kiosk.reads('お忘れ物はありませんか');
    await kiosk.tap('終わる');
    await kiosk.sees('マイナンバーカードを置いてください');
  });

  it('changes the language by one tap, and goes on in it until the visit is over', async () => {
    const { kiosk, lay, demo, handedOver } = hospital();
    await kiosk.tap('English');
    await kiosk.sees('Lay your My Number card here');
    await kiosk.camera.stand({ kind: 'person', id: 'nguyen' });
    await lay('nguyen');
    await kiosk.sees('How would you like to show who you are?');
    await kiosk.tap('Use my face');
    await kiosk.sees('May we see your past treatment and medicines?');
    await kiosk.tap('Agree to all');
    await kiosk.sees('How would you like your prescription?');
    await kiosk.tap('Electronic');
    await kiosk.sees('You are checked in');
    await kiosk.reads('Your health insurance is valid today.');
    // Not one word that the person did not choose to read; their name is as registered, in full-width letters.
    expect(await kiosk.text()).not.toMatch(/\p{Script=Hiragana}|\p{Script=Han}/u);
    expect(await handedOver()).toHaveLength(1);
    await demo.tray.takeAway();
    await kiosk.tap('Finish');
    await kiosk.sees('マイナンバーカードを置いてください');
  });
});
