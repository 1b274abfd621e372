import { issueTestCard } from '@honnin/card-simulator';
import { parseCertificate } from '@honnin/pki';
import { describe, expect, it } from 'vitest';
import { readHandedOver } from '../test/read-handed-over.ts';
import { useHospital } from '../test/use-hospital.ts';
import { cardHolderOf } from './demo-town/card-holder-of.ts';

describe('a card in a situation of its own', () => {
  const hospital = useHospital();

  async function enterPin(id: string): Promise<void> {
    const { kiosk, person } = hospital();
    await kiosk.tap('暗証番号で確認する');
    await kiosk.sees('暗証番号を入力してください');
    await kiosk.enterPin(person(id).card.pin ?? '');
  }

  async function agreeToAll(): Promise<void> {
    const { kiosk } = hospital();
    await kiosk.tap('すべて同意する');
    await kiosk.tap('紙の処方箋');
  }

  it('without a photo (a baby): the face way says so, and whoever came along enters the PIN', async () => {
    const { kiosk, lay } = hospital();
    await lay('hayashi');
    await kiosk.tap('顔で確認する');
    await kiosk.sees('このカードには顔写真が入っていません。');
    expect(await kiosk.buttons()).toEqual(['暗証番号で確認する', '職員を呼ぶ']);
    await enterPin('hayashi');
    await agreeToAll();
    await kiosk.sees('受付が終わりました');
    const { result } = await readHandedOver(hospital());
    expect(result.person?.name).toBe('林　ひなた');
    expect(result.coverages[0]).toMatchObject({ preschool: '1', personalFamily: '2' });
  });

  it('without a PIN: the PIN is closed with its reason, and the face works', async () => {
    const { kiosk, lay } = hospital();
    await kiosk.camera.stand({ kind: 'person', id: 'yoshida' });
    await lay('yoshida');
    await kiosk.reads('暗証番号で確認する　今は使えません');
    await kiosk.reads('このカードでは暗証番号を使えません。');
    await kiosk.tap('顔で確認する');
    await kiosk.sees('過去の診療やお薬の情報を、見てもよいですか');
    await agreeToAll();
    await kiosk.sees('受付が終わりました');
    const { result } = await readHandedOver(hospital());
    expect(result.person?.name).toBe('吉田　トメ');
  });

  it('revoked: refused with what to do, the desk learns why, and there is no file', async () => {
    const { kiosk, lay, desk, handedOver } = hospital();
    await lay('kato');
    await enterPin('kato');
    await agreeToAll();
    await kiosk.page.locator('[data-screen="failure"]').waitFor();
    expect(await kiosk.text()).toMatch(/受付/);
    expect(await kiosk.text()).not.toContain('加藤');
    const row = desk.rows('窓口へ');
    await row.click();
    await desk.detail.getByText(/失効/).first().waitFor();
    expect(await handedOver()).toEqual([]);
  });

  it('expired a month ago: eligibility only, no consents are asked, and the person is told to renew', async () => {
    const { kiosk, lay } = hospital();
    await lay('kobayashi');
    await kiosk.reads('カードの電子証明書の期限が切れています。');
    await enterPin('kobayashi');
    // Straight to the prescription: no question about records comes between.
    await kiosk.sees('処方箋は、どちらで受け取りますか');
    await kiosk.tap('紙の処方箋');
    await kiosk.sees('受付が終わりました');
    await kiosk.reads('カードの電子証明書の有効期限が過ぎています');
    const { result } = await readHandedOver(hospital());
    expect(result).toMatchObject({ validity: '1', consents: [], note: { code: 'R110' } });
  });

  it('of somebody who is not registered yet: asked to the desk kindly, and the file says what was not found', async () => {
    const { kiosk, lay, desk } = hospital();
    await lay('ito');
    await enterPin('ito');
    await agreeToAll();
    await kiosk.sees('受付の窓口へお越しください');
    await kiosk.reads('健康保険の登録が、まだ見つかりませんでした。');
    const { result, bytes } = await readHandedOver(hospital());
    expect(result).toMatchObject({ validity: '4', person: null, coverages: [] });
    expect(new TextDecoder().decode(bytes)).not.toContain('<ResultList');
    await desk.rows('該当資格なし').waitFor();
  });

  it('with variant characters: the name is right on both screens and in the file', async () => {
    const { kiosk, lay, desk, person } = hospital();
    const { name } = person('watanabe');
    await lay('watanabe');
    await enterPin('watanabe');
    await agreeToAll();
    await kiosk.sees('受付が終わりました');
    await kiosk.reads(`${name} 様`);
    const { result, bytes } = await readHandedOver(hospital());
    expect(result.person?.name).toBe(name);
    expect(new TextDecoder().decode(bytes)).toContain(name);
    await desk.rows(name, '有効').waitFor();
  });

  it('reported lost and suspended: refused kindly, and the desk learns that the hold can be lifted', async () => {
    const { kiosk, lay, desk, handedOver, demo, person } = hospital();
    const { authority, record } = demo.town;
    const now = new Date();
    const holder = await cardHolderOf(person('nakamura'), now);
    const issued = await issueTestCard({ authority, holder, now });
    const certificate = parseCertificate(issued.authenticationCertificate);
    if (certificate.status === 'failed') throw new Error(certificate.reason.code);
    const reportedAt = new Date(now.getTime() - 60 * 60_000);
    authority.revoke(certificate.value.serialNumber, reportedAt, {
      issuer: 'authentication',
      reason: 'certificate-hold',
    });
    record.cards['reported-lost'] = issued.record;
    await lay('reported-lost');
    await enterPin('nakamura');
    await agreeToAll();
    await kiosk.page.locator('[data-screen="failure"]').waitFor();
    expect(await kiosk.text()).not.toContain('中村');
    await blamesNobody();
    const row = desk.rows('窓口へ');
    await row.click();
    await desk.detail
      .getByText(/一時停止/)
      .first()
      .waitFor();
    expect(await handedOver()).toEqual([]);
    await demo.tray.forget('reported-lost');
    delete record.cards['reported-lost'];
  });

  it('with a locked PIN: the PIN is closed with its reason, and face and staff stay', async () => {
    const { kiosk, lay } = hospital();
    await lay('locked-pin');
    await kiosk.reads('暗証番号で確認する　今は使えません');
    await blamesNobody();
    expect((await kiosk.buttons()).join(' ')).toMatch(/顔で確認する[\s\S]*職員/);
  });

  it('with a blocked matching number: the face is closed with its reason, and the PIN works', async () => {
    const { kiosk, lay } = hospital();
    await lay('blocked-matching-number');
    await kiosk.reads('顔で確認する　今は使えません');
    await blamesNobody();
    await enterPin('sato');
    await agreeToAll();
    await kiosk.sees('受付が終わりました');
    const { result } = await readHandedOver(hospital());
    expect(result.validity).toBe('1');
  });

  it('with a chip that is damaged where the photo is: the face says so, and the PIN goes on from there', async () => {
    const { kiosk, lay } = hospital();
    await lay('damaged-chip');
    await kiosk.tap('顔で確認する');
    await kiosk.sees('カードの一部を読み取れませんでした。');
    expect(await kiosk.buttons()).toEqual(['暗証番号で確認する', '職員を呼ぶ']);
    await blamesNobody();
    await enterPin('sato');
    await agreeToAll();
    await kiosk.sees('受付が終わりました');
  });

  it.each([
    ['transit-card', 'マイナンバーカード'],
    ['driving-licence', 'マイナンバーカード'],
    ['credit-card', 'マイナンバーカード'],
    ['two-cards', '1枚だけ'],
    ['card-in-a-case', 'ケースから出して'],
  ])(
    '%s on the reader: the kiosk says what to lay down and how, and takes the next card',
    async (id, words) => {
      const { kiosk, lay, demo } = hospital();
      await lay(id);
      await kiosk.page.locator('[data-screen="failure"]').waitFor();
      await kiosk.reads(words);
      await blamesNobody();
      await demo.tray.takeAway();
      await lay('sato');
      await kiosk.reads('暗証番号で確認する');
    },
  );

  async function blamesNobody(): Promise<void> {
    expect(await hospital().kiosk.text()).not.toMatch(/偽|不正|違反|盗|あなたの/);
  }
});
