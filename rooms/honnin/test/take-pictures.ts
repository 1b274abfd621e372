// `node --import tsx rooms/honnin/test/take-pictures.ts`: goes through real visits and renews docs/pictures.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { openHospital } from './open-hospital.ts';

const pictures = fileURLToPath(new URL('../../../docs/pictures/', import.meta.url));
const sizes = [
  { mark: '', width: 1280, height: 800 },
  { mark: '-portrait', width: 1080, height: 1920 },
];

/** The page as it is now, in both sizes, with few colours so that the files stay small. */
async function take(page: Page, name: string): Promise<void> {
  for (const { mark, width, height } of sizes) {
    await page.setViewportSize({ width, height });
    await page.waitForTimeout(700);
    const shot = await page.screenshot({ animations: 'disabled' });
    await sharp(shot)
      .png({ palette: true, colours: 160, effort: 10, compressionLevel: 9 })
      .toFile(path.join(pictures, `${name}${mark}.png`));
  }
}

/** Has the kiosk's own drawn camera show a persona: a visit without a word of what was relaxed for it. */
async function standBeforeKiosk(url: string, id: string): Promise<void> {
  const answer = await fetch(`${url}/wallet/api/before-camera`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ kind: 'persona', id }),
  });
  if (!answer.ok) throw new Error(`${id} cannot stand before the kiosk: ${answer.status}`);
}

/** The start page shows where the hospital's files lie: an argument gives the pictures a tidy place. */
const data = process.argv[2] ?? (await mkdtemp(path.join(tmpdir(), 'honnin-pictures-')));
try {
  await using hospital = await openHospital(data);
  const { kiosk, desk, demo } = hospital;
  await hospital.beginAnew();
  await take(kiosk.page, 'welcome');

  await standBeforeKiosk(demo.url, 'tanaka');
  await hospital.lay('tanaka');
  await kiosk.sees('どの方法で本人確認をしますか');
  await take(kiosk.page, 'choose-method');
  await kiosk.tap('顔で確認する');
  await kiosk.page
    .locator('[data-screen="face"] .turn-arrow-left, [data-screen="face"] .turn-arrow-right')
    .first()
    .waitFor();
  await kiosk.page.setViewportSize({ width: 1280, height: 800 });
  const shot = await kiosk.page.screenshot({ animations: 'disabled' });
  await sharp(shot).png({ palette: true, colours: 220, effort: 10 }).toFile(path.join(pictures, 'face.png'));
  await kiosk.sees('過去の診療やお薬の情報を、見てもよいですか');
  await take(kiosk.page, 'consents');
  await kiosk.tap('一つずつ選ぶ');
  for (const name of ['お薬の情報', '診療・アレルギー・検査', '健康診断の結果']) {
    await kiosk.page.locator('label').filter({ hasText: name }).click();
  }
  await take(kiosk.page, 'consents-one-by-one');
  await kiosk.tap('これで決定する');
  await kiosk.tap('紙の処方箋');
  await kiosk.sees('受付が終わりました');
  await take(kiosk.page, 'done');

  // The same face once more, upright.
  await hospital.beginAnew();
  await kiosk.page.setViewportSize({ width: 1080, height: 1920 });
  await standBeforeKiosk(demo.url, 'suzuki');
  await hospital.lay('suzuki');
  await kiosk.tap('顔で確認する');
  await kiosk.page
    .locator('[data-screen="face"] .turn-arrow-left, [data-screen="face"] .turn-arrow-right')
    .first()
    .waitFor();
  const upright = await kiosk.page.screenshot({ animations: 'disabled' });
  await sharp(upright)
    .png({ palette: true, colours: 220, effort: 10 })
    .toFile(path.join(pictures, 'face-portrait.png'));
  await kiosk.tap('すべて同意する');
  await kiosk.tap('電子処方箋');
  await kiosk.sees('受付が終わりました');

  await hospital.beginAnew();
  await hospital.lay('sato');
  await kiosk.tap('暗証番号で確認する');
  await take(kiosk.page, 'pin');
  await kiosk.enterPin('0000');
  await kiosk.page
    .getByText(/あと2回/)
    .first()
    .waitFor();
  await hospital.demo.tray.takeAway();
  await kiosk.page.locator('[data-screen="failure"]').waitFor();
  await take(kiosk.page, 'failure');

  await hospital.beginAnew();
  await standBeforeKiosk(demo.url, 'okafor');
  await hospital.lay('takahashi');
  await kiosk.tap('顔で確認する');
  await kiosk.page.locator('[data-screen="failure"]').waitFor();
  await take(kiosk.page, 'another-face');
  await kiosk.page.getByRole('button', { name: '職員' }).first().click();
  await kiosk.page.locator('[data-screen="waiting-for-staff"]').waitFor();
  await take(kiosk.page, 'waiting-for-staff');

  await desk.page.getByRole('option').filter({ hasText: '田中' }).first().click();
  await take(desk.page, 'console');

  const other = await kiosk.page.context().newPage();
  await other.goto(`${demo.url}/`);
  await take(other, 'start');
  await other.goto(`${demo.url}/wallet`);
  await other.getByRole('button', { name: /佐藤/ }).first().waitFor();
  await take(other, 'wallet');
  // The screens that pass too quickly, or that no good day shows, out of the kiosk's gallery.
  for (const [state, name] of Object.entries({
    'reading-card': 'reading-card',
    'matching-birth': 'matching-number',
    'show-card-hold-still': 'show-card',
    'residence-number-digits': 'residence-number',
    'insurance-at-desk': 'insurance-at-desk',
    checking: 'checking',
    'looking-up': 'looking-up',
    'still-there': 'still-there',
    'welcome-reader-missing': 'reader-missing',
    'pin-last-try': 'pin-last-try',
    'face-remove-mask': 'face-mask',
    'face-lean-in': 'face-lean-in',
    'failure-face-wait': 'face-wait',
    'waiting-for-staff-child': 'staff-for-child',
  })) {
    await other.goto(`${demo.url}/kiosk/?gallery=${state}&lang=ja`);
    await take(other, name);
  }
  await other.goto(`${demo.url}/kiosk/?gallery=choose-method&lang=en`);
  await take(other, 'choose-method-english');
  await other.goto(`${demo.url}/kiosk/?gallery=consents&lang=en`);
  await take(other, 'consents-english');
} finally {
  await rm(data, { recursive: true, force: true });
}
process.exit(0);
