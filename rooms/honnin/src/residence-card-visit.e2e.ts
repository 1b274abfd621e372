import { describe, expect, it } from 'vitest';
import { useHospital } from '../test/use-hospital.ts';
import { residencePermits } from './demo-town/residence-permits.ts';

describe('a foreign resident with a residence card', () => {
  const hospital = useHospital();

  it('types its number, looks and turns, and is sent to the desk, which knows by what document', async () => {
    const { kiosk, desk, lay, handedOver } = hospital();
    const number = residencePermits.get('nguyen')?.number ?? '';
    await kiosk.tap('English');
    await kiosk.camera.stand({ kind: 'person', id: 'nguyen' });
    await lay('residence-nguyen');
    await kiosk.sees('Enter the number of your residence card');
    // One mistake: the screen says so, keeps what was typed, and takes the right one.
    for (const character of `${number.slice(0, -1)}B`) {
      await kiosk.page.getByRole('button', { name: character, exact: true }).click();
    }
    await kiosk.tap('Next');
    await kiosk.reads('This did not match the card.');
    await kiosk.tap('Delete');
    await kiosk.page.keyboard.type(number.slice(-1).toLowerCase());
    await kiosk.tap('Next');
    await kiosk.sees('Please come to the desk');
    await kiosk.reads('You have been identified.');
    await kiosk.reads('Please take your card');
    expect(await kiosk.text()).not.toMatch(/\p{Script=Hiragana}|\p{Script=Han}/u);
    expect(await handedOver()).toEqual([]);

    const row = desk.rows('窓口');
    await row.first().waitFor();
    await row.first().click();
    await desk.detail.getByText('在留カードで本人確認は済みました').first().waitFor();
    await hospital().demo.tray.takeAway();
    await kiosk.tap('Finish');
    await kiosk.sees('マイナンバーカードを置いてください');
  });
});
