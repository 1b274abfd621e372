import type { BrowserContext, Locator, Page } from 'playwright-core';

/** The staff's console as the person at the desk sees it. */
export interface ConsolePage {
  readonly page: Page;
  /** Looks away: what is in the list now is no news any more. */
  lookAway(): Promise<void>;
  /** Rows that came into the list since then and say all of this. */
  rows(...words: readonly string[]): Locator;
  /** Everything about the visit that is open. */
  readonly detail: Locator;
}

/** Opens the console in a tab of its own and signs in. */
export async function openConsole(context: BrowserContext, url: string): Promise<ConsolePage> {
  const page = await context.newPage();
  page.setDefaultTimeout(90_000);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${url}/console`);
  await page.getByRole('button', { name: '受付　花子' }).click();
  await page.getByRole('status').filter({ hasText: 'つながっています' }).waitFor();
  let known: readonly string[] = [];
  return {
    page,
    async lookAway() {
      const keys = page
        .getByRole('option')
        .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-key')));
      known = (await keys).filter((key) => key !== null);
    },
    rows: (...words) => {
      const fresh = page.locator(
        `[role="option"]${known.map((key) => `:not([data-key="${key}"])`).join('')}`,
      );
      return words.reduce<Locator>((found, word) => found.filter({ hasText: word }), fresh);
    },
    detail: page.getByRole('article'),
  };
}
