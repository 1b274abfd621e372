import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isBuilt, serveDist } from '../test/serve-dist.ts';
import { pictures } from './gallery/pictures.ts';

const chromiumPath = '/usr/bin/chromium';
const missing = !existsSync(chromiumPath) ? 'no Chromium' : isBuilt ? undefined : 'the console is not built';
/** Where to put screenshots for people to look at; none are taken when it is not set. */
const pictureFolder = process.env['HONNIN_PICTURES'];

const sizes = [
  { width: 1280, height: 800 },
  { width: 1080, height: 1920 },
  { width: 1024, height: 768 },
];

describe('the pictures of the console', () => {
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
          await page.locator('h1').waitFor();
          await page.evaluate(() => document.fonts.ready);
          if (pictureFolder !== undefined) {
            const name = `console-${picture}-${width}-${locale}.png`;
            await page.screenshot({ path: path.join(pictureFolder, name) });
          }
          const overflow = await page.evaluate(() => ({
            page: document.documentElement.scrollWidth - innerWidth,
            inside: [...document.querySelectorAll('.detail-pane, .arrival-pane, .panel, .desk-header')]
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

  it('can be worked with the keyboard alone: find, choose, decide', async (ctx) => {
    if (missing !== undefined) return ctx.skip(missing);
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(`${server.url}?gallery=employee&lang=ja`);
    await page.getByRole('searchbox').focus();
    await page.keyboard.type('わたなべ');
    await expect.poll(() => page.getByRole('option').count()).toBe(1);
    await page.getByRole('option').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.detail-name').textContent()).toContain('𠮷隆');
    await page.getByRole('searchbox').fill('');
    await page.getByRole('status').getByRole('button').focus();
    await page.keyboard.press('Enter');
    const confirm = page.getByRole('button', { name: '本人を目視で確認しました' });
    await confirm.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.decision-sent').textContent()).not.toBe('');
    await page.close();
  });
});
