import { describe, expect, it } from 'vitest';
import { expectedFile } from '../test/expected-file.ts';
import { readHandedOver } from '../test/read-handed-over.ts';
import { useHospital } from '../test/use-hospital.ts';

describe('a patient who asks for staff', () => {
  const hospital = useHospital();

  /** Patient taps, desk hears it and opens the visit. */
  async function callStaff(id: string): Promise<void> {
    const { kiosk, desk, lay } = hospital();
    await lay(id);
    await kiosk.tap('職員が確認する');
    await kiosk.sees('職員を呼びました');
    await desk.rows('係員を待っています').click();
    await desk.detail.getByRole('heading', { name: '目視での確認' }).waitFor();
  }

  it('is confirmed by one touch at the desk, and the visit goes on to its end', async () => {
    const { kiosk, desk, person, handedOver } = hospital();
    const from = Date.now();
    await callStaff('suzuki');
    expect(await handedOver()).toEqual([]);
    await desk.detail.getByRole('button', { name: '本人を目視で確認しました' }).click();
    await kiosk.sees('過去の診療やお薬の情報を、見てもよいですか');
    await kiosk.tap('すべて同意する');
    await kiosk.tap('紙の処方箋');
    await kiosk.sees('受付が終わりました');
    await kiosk.reads('鈴木　正雄 様');
    const { result } = await readHandedOver(hospital());
    expect(result).toEqual(
      expectedFile(person('suzuki'), {
        given: ['TSR', 'TKK', 'YZK', 'SRJ', 'SHJ'],
        prescriptionIssue: '2',
        consentsAt: { from, to: Date.now() },
      }),
    );
    await desk.detail.getByText('係員が目視で本人確認').waitFor();
  });

  it('is not identified when the desk declines, and nothing is handed over', async () => {
    const { kiosk, desk, handedOver } = hospital();
    await callStaff('takahashi');
    await desk.detail.getByRole('button', { name: '本人と確認できません' }).click();
    await kiosk.sees('窓口で確認させていただきます。');
    expect(await handedOver()).toEqual([]);
  });
});
