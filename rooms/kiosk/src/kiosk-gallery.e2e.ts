import { existsSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleScreens } from './gallery/sample-screens.ts';
import { type BuiltKiosk, serveBuiltKiosk } from './gallery/serve-built-kiosk.ts';

const executablePath = '/usr/bin/chromium';
const sizes = [
  { width: 1080, height: 1920 },
  { width: 1280, height: 800 },
] as const;
const languages = ['ja', 'en'] as const;

/** What is wrong with a state as it stands on the screen; runs in the page. */
function faultsOfLayout(): string[] {
  const faults: string[] = [];
  const { clientWidth, clientHeight } = document.documentElement;
  const page = document.scrollingElement ?? document.documentElement;
  if (page.scrollWidth > clientWidth || page.scrollHeight > clientHeight) faults.push('the page overflows');
  const name = (element: Element) =>
    `${element.tagName} ${element.className} ${element.textContent.slice(0, 24)}`;
  const parts = document.querySelectorAll<HTMLElement>(
    '.screen, .screen > *, main button, main label, .foot button, .screen p, .screen li, h1',
  );
  for (const part of parts) {
    if (!part.checkVisibility({ visibilityProperty: true }) || part.closest('.visually-hidden')) continue;
    const box = part.getBoundingClientRect();
    const work =
      part.closest('main')?.getBoundingClientRect() ?? new DOMRect(0, 0, clientWidth, clientHeight);
    if (box.left < -1 || box.right > clientWidth + 1) faults.push(`outside: ${name(part)}`);
    if (box.top < work.top - 1 || box.bottom > work.bottom + 1) faults.push(`outside: ${name(part)}`);
    if (part.scrollWidth > part.clientWidth + 2 && part.clientWidth > 0) faults.push(`cut: ${name(part)}`);
    if (part instanceof HTMLButtonElement && (box.height < 87.5 || box.width < 87.5)) {
      faults.push(`too small to touch: ${name(part)} ${box.width}x${box.height}`);
    }
  }
  const [words, picture, work] = ['words', 'picture', 'work'].map((each) =>
    document.querySelector(`.screen-${each}`)?.getBoundingClientRect(),
  );
  const cross = (a: DOMRect | undefined, b: DOMRect | undefined) =>
    a !== undefined &&
    b !== undefined &&
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
  if (cross(words, work) || cross(words, picture) || cross(picture, work)) faults.push('parts overlap');
  if (picture !== undefined && picture.height < 120) faults.push('the picture has no room');
  const text = document.body.textContent;
  if (/undefined|\[object|\{[a-z]+\}/.test(text)) faults.push(`unfinished text: ${text}`);
  return faults;
}

async function openState(page: Page, address: string, name: string, rest: string): Promise<void> {
  await page.goto(`${address}?gallery=${name}${rest}`);
  await page.locator('h1').waitFor();
  await page.evaluate(async () => {
    await document.fonts.ready;
    const passing = document
      .getAnimations()
      .filter((each) => each.effect?.getTiming().iterations !== Infinity);
    await Promise.all(passing.map((each) => each.finished));
  });
}

async function violationsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

describe.skipIf(!existsSync(executablePath))('every state of the kiosk', () => {
  let kiosk: BuiltKiosk;
  let browser: Browser;

  beforeAll(async () => {
    kiosk = await serveBuiltKiosk();
    browser = await chromium.launch({
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
  });
  afterAll(async () => {
    await browser?.close();
    await kiosk?.[Symbol.asyncDispose]();
  });

  for (const viewport of sizes) {
    for (const language of languages) {
      it(`fits ${viewport.width}x${viewport.height} in ${language}, with the demo's bar, and axe finds nothing`, async () => {
        const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
        const page = await context.newPage();
        const faults: Record<string, unknown> = {};
        for (const name of Object.keys(sampleScreens)) {
          await openState(page, kiosk.address, name, `&lang=${language}&demo=1`);
          const wrong: unknown[] = await page.evaluate(faultsOfLayout);
          expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
          expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
          // Colours and roles are the same lying and upright.
          if (viewport.height > viewport.width) wrong.push(...(await violationsOf(page)));
          if (wrong.length > 0) faults[name] = wrong;
        }
        await context.close();
        expect(faults).toEqual({});
      });
    }
  }

  it('changes every word by one tap, and back', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await openState(page, kiosk.address, 'choose-method', '');
    await page.getByRole('button', { name: 'English' }).click();
    await expect.poll(() => page.locator('h1').textContent()).toBe('How would you like to show who you are?');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    await page.getByRole('button', { name: '日本語' }).click();
    await expect.poll(() => page.locator('h1').textContent()).toBe('どの方法で本人確認をしますか');
    await page.close();
  });

  it('takes a PIN from the keyboard alone and never shows it', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await openState(page, kiosk.address, 'pin', '');
    await page.keyboard.type('90');
    expect(await page.locator('.digit-filled').count()).toBe(2);
    expect(await page.locator('.digit-boxes').textContent()).not.toMatch(/[90]/);
    const confirm = page.getByRole('button', { name: '決定' });
    expect(await confirm.isDisabled()).toBe(true);
    await page.keyboard.type('12');
    expect(await confirm.isEnabled()).toBe(true);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.digit-filled').count()).toBe(0);
    await page.close();
  });

  it('has the last try confirmed before it takes a digit', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await openState(page, kiosk.address, 'pin-last-try', '&lang=en');
    expect(await page.locator('.pad-key').count()).toBe(0);
    await page.getByRole('button', { name: 'I know my PIN: enter it' }).click();
    expect(await page.locator('.pad-key').count()).toBe(12);
    await page.close();
  });
});
