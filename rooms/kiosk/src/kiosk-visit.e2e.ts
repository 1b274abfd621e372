import { existsSync } from 'node:fs';
import type { Screen } from '@honnin/terminal/screen-protocol';
import type { WalletState } from '@honnin/wallet/wallet-api';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type PlayedAgent, playAgent } from './agent/play-agent.ts';

const executablePath = '/usr/bin/chromium';

describe.skipIf(!existsSync(executablePath))('the kiosk beside its agent', () => {
  let browser: Browser;
  let agent: PlayedAgent;
  let page: Page;

  beforeAll(async () => {
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
        '--use-fake-device-for-media-stream',
      ],
    });
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    agent = await playAgent();
  });
  afterEach(async () => {
    await page.context().close();
    await agent[Symbol.asyncDispose]();
  });

  async function open(permissions: string[] = ['camera']): Promise<void> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, permissions });
    page = await context.newPage();
    await page.goto(agent.address);
    await page.locator('[data-screen="welcome"]').waitFor();
  }
  const show = async (screen: Screen) => {
    agent.say({ type: 'screen', screen });
    await page.locator(`[data-screen="${screen.name}"]`).waitFor();
  };
  const pin: Screen = { name: 'pin', triesLeft: 3, wrong: false, lastTry: false };

  it('sends no frame until the face screen asks for it, and then one at a time', async () => {
    await open();
    await show({ name: 'reading-card' });
    await expect
      .poll(() => agent.heard())
      .toContainEqual(expect.objectContaining({ type: 'camera', state: 'ready' }));
    expect(agent.frames).toBe(0);
    await show({ name: 'face', triesLeft: 5, withoutTurning: false });
    await expect.poll(() => agent.frames).toBe(1);
    await page.waitForTimeout(400);
    expect(agent.frames).toBe(1);
    agent.say({ type: 'frame-seen' });
    await expect.poll(() => agent.frames).toBe(2);
    await show({ name: 'checking' });
    agent.say({ type: 'frame-seen' });
    await page.waitForTimeout(300);
    expect(agent.frames).toBe(2);
  });

  it('says which camera it is and when it took each frame, and sends no frame twice', async () => {
    await open();
    await show({ name: 'face', triesLeft: 5, withoutTurning: false });
    for (let count = 1; count <= 6; count += 1) {
      await expect.poll(() => agent.frames).toBe(count);
      agent.say({ type: 'frame-seen' });
    }
    const ready = agent.heard().find((message) => message.type === 'camera');
    expect(ready?.identity).toMatchObject({ label: expect.stringMatching(/fake/i), width: 640, height: 480 });
    const times = agent.heard().flatMap((message) => (message.type === 'frame' ? [message.captured] : []));
    // Nobody knows the time of a picture that was there before the browser first told one.
    expect(times.length).toBeGreaterThanOrEqual(4);
    for (const [at, time] of times.slice(1).entries()) expect(time).toBeGreaterThan(times[at] ?? 0);
  });

  it('offers a way without turning the head, by finger and by keyboard, beside PIN and staff', async () => {
    await open();
    await show({ name: 'face', triesLeft: 5, withoutTurning: false });
    const button = page.getByRole('button', { name: '首を動かさずに行う' });
    const box = await button.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    const asked = () => agent.heard().filter(({ type }) => type === 'without-turning');
    await button.click();
    await expect.poll(asked).toHaveLength(1);
    await button.focus();
    await page.keyboard.press('Enter');
    await expect.poll(asked).toHaveLength(2);
    await page.getByRole('button', { name: '暗証番号・職員の確認' }).waitFor();
    await page.getByRole('button', { name: '職員を呼ぶ' }).waitFor();

    await show({ name: 'face', triesLeft: 5, withoutTurning: true });
    await button.waitFor({ state: 'detached' });
    const guide = (step: 'lean-in' | 'look-back', advice: 'lean-further' | null) =>
      agent.say({ type: 'guidance', step, advice, progress: 0.5, box: null, yaw: 0 });
    const said = page.locator('.guidance');
    guide('lean-in', null);
    await expect.poll(() => said.textContent()).toBe('ゆっくり、顔をカメラに近づけてください');
    await page.locator('[data-advice="closer"]').waitFor();
    guide('lean-in', 'lean-further');
    await expect.poll(() => said.textContent()).toBe('もう少し、顔を近づけてください');
    guide('look-back', null);
    await expect.poll(() => said.textContent()).toBe('ゆっくり、もとの位置にもどってください');
    await page.locator('[data-advice="farther"]').waitFor();
  });

  it('tells a camera that may not be used again when the face screen needs it', async () => {
    await open([]);
    await page.context().clearPermissions();
    await page.evaluate(() => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    });
    await show({ name: 'reading-card' });
    await expect.poll(() => agent.heard()).toEqual([{ type: 'camera', state: 'denied' }]);
    agent.forget();
    await show({ name: 'face', triesLeft: 5, withoutTurning: false });
    await expect.poll(() => agent.heard()).toEqual([{ type: 'camera', state: 'denied' }]);
  });

  it('keeps what was typed under the question whether somebody is still there', async () => {
    await open();
    await show(pin);
    await page.keyboard.type('12');
    await show({ name: 'still-there', secondsLeft: 20 });
    agent.forget();
    await page.getByRole('button', { name: '続ける' }).click();
    await expect.poll(() => agent.heard()).toEqual([{ type: 'more-time' }]);
    await show(pin);
    expect(await page.locator('.digit-filled').count()).toBe(2);
  });

  it('lets the agent know that somebody who types slowly is there', async () => {
    await open();
    await show(pin);
    await page.keyboard.type('1');
    await expect.poll(() => agent.heard()).toContainEqual({ type: 'more-time' });
  });

  it('spends the last try only when the person meant it', async () => {
    await open();
    await show({ name: 'pin', triesLeft: 1, wrong: true, lastTry: true });
    await page.keyboard.type('1234');
    await page.getByRole('button', { name: '番号がわかるので入力する' }).click();
    await page.keyboard.type('1234');
    await page.getByRole('button', { name: '決定' }).click();
    await expect
      .poll(() => agent.heard().filter(({ type }) => type === 'pin'))
      .toEqual([{ type: 'pin', digits: '1234', spendLastTry: true }]);
  });

  it('sends the three parts of the card as they are printed', async () => {
    await open();
    await show({ name: 'matching-number', triesLeft: 8, wrong: false, camera: 'not-tried' });
    const next = page.getByRole('button', { name: '次へ' });
    for (const digits of ['59512', '33', '4821']) {
      await page.keyboard.type(digits);
      await next.click();
    }
    await expect
      .poll(() => agent.heard().filter(({ type }) => type === 'matching-number'))
      .toEqual([
        { type: 'matching-number', birthDate: '1984-05-12', expiryYear: 2033, securityCode: '4821' },
      ]);
  });

  it('gives exactly the consents that were chosen, and the prescription', async () => {
    await open();
    await show({ name: 'consents', groups: ['YZK', 'TKK', 'TSR'], offersPrescriptionChoice: true });
    await page.getByRole('button', { name: '一つずつ選ぶ' }).click();
    await page.getByText('健康診断の結果').click();
    await page.getByRole('button', { name: 'これで決定する' }).click();
    await page.getByRole('button', { name: '紙の処方箋' }).click();
    await expect
      .poll(() => agent.heard().filter(({ type }) => type === 'consents'))
      .toEqual([{ type: 'consents', given: ['TKK'], prescriptionIssue: '2' }]);
  });

  it('stops without asking back, and calls staff from where the agent hears it', async () => {
    await open();
    await show(pin);
    agent.forget();
    await page.getByRole('button', { name: '職員を呼ぶ' }).click();
    await page.getByRole('button', { name: 'やめる' }).click();
    await expect
      .poll(() => agent.heard().filter(({ type }) => type !== 'more-time'))
      .toEqual([{ type: 'choose', method: 'staff' }, { type: 'cancel' }, { type: 'cancel' }]);
    await show({ name: 'looking-up' });
    await page.getByRole('button', { name: '手伝いがいる' }).click();
    await page.getByRole('dialog').waitFor();
  });

  it('speaks Japanese again to the next person', async () => {
    await open();
    await page.getByRole('button', { name: 'English' }).click();
    await show({ name: 'reading-card' });
    expect(await page.locator('h1').textContent()).toBe('Reading your card');
    await show({ name: 'welcome', reader: 'ready' });
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('ja');
  });

  it('reads aloud what is new, in the language shown, to whoever turns it on, and not to the next', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    page = await context.newPage();
    await page.addInitScript(() => {
      const said: string[] = [];
      Object.assign(window, { said });
      const voice = (lang: string) => ({
        lang,
        localService: true,
        name: lang,
        default: false,
        voiceURI: lang,
      });
      class Utterance {
        readonly text: string;
        lang = '';
        constructor(text: string) {
          this.text = text;
        }
      }
      Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance });
      Object.defineProperty(window, 'speechSynthesis', {
        value: {
          getVoices: () => [voice('ja-JP'), voice('en-US')],
          speak: ({ lang, text }: Utterance) => said.push(`${lang} ${text}`),
          cancel: () => undefined,
          addEventListener: () => undefined,
          removeEventListener: () => undefined,
        },
      });
    });
    const said = () => page.evaluate(() => (window as unknown as { said: string[] }).said);
    await page.goto(agent.address);
    await page.getByRole('button', { name: '読み上げる' }).click();
    await expect
      .poll(said)
      .toEqual(['ja-JP マイナンバーカードを置いてください\n読み取り機の上に置くと、受付が始まります。']);
    await show({ name: 'face', triesLeft: 5, withoutTurning: false });
    await expect.poll(async () => (await said()).at(-1)).toMatch(/^ja-JP カメラを見てください\n/);
    await page.getByRole('button', { name: 'English' }).click();
    await show(pin);
    await page.keyboard.type('7');
    await expect.poll(async () => (await said()).at(-1)).toBe('en-US 1 of 4 digits entered');
    await show({ name: 'welcome', reader: 'ready' });
    await page.getByRole('button', { name: '読み上げる' }).waitFor();
  });

  it('in the demo has a persona turn their head as they are asked, after a moment', async () => {
    const frame = (yaw: number, colour: string) => ({
      url: `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"><rect width="640" height="480" fill="${colour}"/></svg>`)}`,
      yaw,
      eyes: 'open',
      distance: 'normal',
      light: 'even',
      wears: 'nothing',
    });
    await agent[Symbol.asyncDispose]();
    agent = await playAgent({
      '/kiosk/session.json': { token: 'for-this-test', demo: true },
      '/wallet/api/events': {
        reader: { kind: 'in-process', name: 'tray' },
        laid: null,
        beforeCamera: { kind: 'persona', id: 'sato' },
        cards: [],
        otherCards: [],
      } satisfies WalletState,
      '/wallet/people/sato/frames': [frame(0, '#0f0'), frame(30, '#f00'), frame(-30, '#00f')],
    });
    await open();
    await show({ name: 'face', triesLeft: 5, withoutTurning: false });
    // Coarse, since the picture comes with a sensor's grain.
    const colour = () =>
      page.evaluate(() => {
        const canvas = document.querySelector('canvas');
        const pixel = canvas?.getContext('2d')?.getImageData(320, 240, 1, 1).data.slice(0, 3) ?? [];
        return [...pixel].map((value) => (value > 200 ? 255 : value < 55 ? 0 : value));
      });
    await expect.poll(colour).toEqual([0, 255, 0]);
    const pixels = () =>
      page.evaluate(() => {
        const canvas = document.querySelector('canvas');
        return [...(canvas?.getContext('2d')?.getImageData(200, 200, 40, 40).data ?? [])].join();
      });
    const earlier = await pixels();
    await page.waitForTimeout(120);
    expect(await pixels()).not.toBe(earlier);
    const asked = performance.now();
    agent.say({ type: 'guidance', step: 'turn-left', advice: null, progress: 0.3, box: null, yaw: 0 });
    await expect.poll(colour, { timeout: 5_000 }).toEqual([255, 0, 0]);
    expect(performance.now() - asked).toBeGreaterThan(400);
    expect(await page.locator('.turn-arrow-left').count()).toBe(1);
    expect(await page.locator('.guidance').textContent()).toBe('顔をゆっくり左へ向けてください');
    await expect.poll(() => agent.frames).toBe(1);
    await page.getByText('架空の人物とカードで動いています').waitFor();
  });

  it('says so while the agent is away, and comes back by itself', async () => {
    await open();
    agent.hangUp();
    await page.locator('[data-screen="away"]').waitFor();
    await page.locator('[data-screen="welcome"]').waitFor();
    expect(agent.connections).toBe(2);
  });

  it('does not fight another window for the agent', async () => {
    await open();
    agent.hangUp(4001);
    await page.locator('[data-screen="replaced"]').waitFor();
    await page.waitForTimeout(1_500);
    expect(agent.connections).toBe(1);
  });
});
