import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isBuilt, serveDist } from '../test/serve-dist.ts';
import { pictures } from './gallery/pictures.ts';

const chromiumPath = '/usr/bin/chromium';
const missing = !existsSync(chromiumPath) ? 'no Chromium' : isBuilt ? undefined : 'the wallet is not built';
/** Where to put screenshots for people to look at; none are taken when it is not set. */
const pictureFolder = process.env['HONNIN_PICTURES'];

const sizes = [
  { width: 1280, height: 800 },
  { width: 1080, height: 1920 },
  { width: 640, height: 1000 },
  { width: 420, height: 900 },
];

describe('the pictures of the wallet and the start page', () => {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof serveDist>>;
  beforeAll(async () => {
    if (missing !== undefined) return;
    server = await serveDist();
    browser = await chromium.launch({
      executablePath: chromiumPath,
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--use-fake-device-for-media-stream',
        '--use-fake-ui-for-media-stream',
      ],
    });
    if (pictureFolder !== undefined) mkdirSync(pictureFolder, { recursive: true });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.[Symbol.asyncDispose]();
  });

  for (const { width, height } of sizes) {
    for (const locale of ['ja', 'en']) {
      it(`fit into ${width}x${height} in ${locale}, all of them, and can be used without seeing them`, async (ctx) => {
        if (missing !== undefined) return ctx.skip(missing);
        const context = await browser.newContext({ viewport: { width, height } });
        const page = await context.newPage();
        const errors: string[] = [];
        page.on('pageerror', (error) => errors.push(String(error)));
        for (const picture of pictures) {
          await page.goto(`${server.url}?gallery=${picture}&lang=${locale}`);
          await page.locator('h1').waitFor({ state: 'attached' });
          await page.evaluate(() => document.fonts.ready);
          if (pictureFolder !== undefined) {
            const name = `wallet-${picture}-${width}-${locale}.png`;
            await page.screenshot({ path: path.join(pictureFolder, name) });
          }
          const overflow = await page.evaluate(() => ({
            page: document.documentElement.scrollWidth - innerWidth,
            inside: [...document.querySelectorAll('.stage-panel, .card, .sheet, .dialog, .page-header')]
              .filter((element) => element.scrollWidth > element.clientWidth + 1)
              .map(({ className }) => className),
          }));
          expect(overflow, picture).toEqual({ page: 0, inside: [] });
          // What axe finds does not depend on the size; it takes most of the time.
          if (width !== sizes[0]?.width) continue;
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(
            violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
            picture,
          ).toEqual([]);
        }
        expect(errors).toEqual([]);
        await context.close();
      });
    }
  }

  it('takes a picture with the webcam, lets the camera go, and orders the card', async (ctx) => {
    if (missing !== undefined) return ctx.skip(missing);
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(`${server.url}?gallery=own-card&lang=ja`);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'カードを作る', exact: true }).click();
    await expect.poll(() => dialog.getByRole('alert').textContent()).toBe('先に写真を撮ってください。');
    await expect.poll(() => dialog.locator('.booth-oval').count()).toBe(1);
    const track = await page.evaluateHandle(
      () => (document.querySelector('video')?.srcObject as MediaStream | undefined)?.getVideoTracks()[0],
    );
    await expect
      .poll(() => page.evaluate(() => document.querySelector('video')?.videoWidth ?? 0))
      .toBeGreaterThan(0);
    await dialog.getByRole('button', { name: '撮る' }).click();
    await dialog.getByRole('img', { name: '撮った写真' }).waitFor();
    expect(await page.evaluate((camera) => camera?.readyState, track)).toBe('ended');
    await dialog.getByLabel('カナ').fill('taro');
    await dialog.getByRole('button', { name: 'カードを作る', exact: true }).click();
    await expect.poll(() => dialog.getByRole('alert').textContent()).toContain('カナ');
    await dialog.getByLabel('カナ').fill('みほん たろう');
    await dialog.getByRole('button', { name: 'カードを作る', exact: true }).click();
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    await page.close();
  });
});
