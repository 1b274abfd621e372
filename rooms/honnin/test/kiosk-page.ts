import type { BrowserContext, Page } from 'playwright-core';
import { type PersonBeforeCamera, putPersonBeforeCamera } from './person-before-camera.ts';

/** The kiosk as the patient sees and touches it. */
export interface KioskPage {
  readonly page: Page;
  readonly camera: PersonBeforeCamera;
  /** Waits for the screen with this heading, word for word; says what is there instead. */
  sees(heading: string): Promise<void>;
  /** Waits until the screen says this somewhere. */
  reads(words: string): Promise<void>;
  tap(button: string): Promise<void>;
  /** Names of the buttons of the screen itself, without those at the foot that are always there. */
  buttons(): Promise<string[]>;
  enterPin(digits: string): Promise<void>;
  /** Everything the screen says at this moment. */
  text(): Promise<string>;
}

/** Long: the machine may be busy, and nobody waits this long when all is well. */
const patienceMs = 60_000;

/** Opens the kiosk in a tab of its own, in the usual upright size, with nobody before its camera. */
export async function openKiosk(
  context: BrowserContext,
  url: string,
  viewport = { width: 1080, height: 1920 },
): Promise<KioskPage> {
  const page = await context.newPage();
  page.setDefaultTimeout(patienceMs);
  await page.setViewportSize(viewport);
  const camera = await putPersonBeforeCamera(page);
  await page.goto(`${url}/kiosk`);
  const main = page.getByRole('main');
  const text = async () => (await main.allInnerTexts()).join('\n').replaceAll(/\s*\n\s*/g, '\n');
  const waitFor = async (what: string, waiting: Promise<unknown>) => {
    try {
      await waiting;
    } catch (error) {
      if (page.isClosed()) throw error;
      throw new Error(`waited for “${what}”, but the kiosk says:\n${await text()}`, { cause: error });
    }
  };
  const tap = async (button: string) =>
    waitFor(button, page.getByRole('button', { name: button }).first().click());
  return {
    page,
    camera,
    text,
    tap,
    sees: (heading) =>
      waitFor(heading, page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor()),
    reads: (words) => waitFor(words, main.getByText(words).first().waitFor()),
    buttons: () => main.getByRole('button').allInnerTexts(),
    async enterPin(digits) {
      for (const digit of digits) {
        await page.getByRole('button', { name: digit, exact: true }).click();
      }
      await tap('決定');
    },
  };
}
