import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Person } from '@honnin/personas';
import { pino } from 'pino';
import { chromium } from 'playwright-core';
import { dataFolder } from '../src/command-line/data-folder.ts';
import { readConfiguration } from '../src/configuration/read-configuration.ts';
import { ResourceStack } from '../src/demo/resource-stack.ts';
import { type Demo, startDemo } from '../src/demo/start-demo.ts';
import { type ConsolePage, openConsole } from './console-page.ts';
import { type KioskPage, openKiosk } from './kiosk-page.ts';

const chromiumPath = '/usr/bin/chromium';
const models = path.join(dataFolder(undefined, process.env), 'models');

/** A file in the hospital's folder. */
export interface HandedOver {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A running demo and a browser with its kiosk and its console, each in a tab. */
export interface Hospital extends AsyncDisposable {
  readonly demo: Demo;
  readonly kiosk: KioskPage;
  readonly desk: ConsolePage;
  person(id: string): Person;
  lay(id: string): Promise<void>;
  /** Takes the card away, waits for the first screen, and forgets what was handed over and seen at the desk. */
  beginAnew(): Promise<void>;
  /** What came into the hospital's folder since the last `beginAnew`. */
  handedOver(): Promise<HandedOver[]>;
}

/** What this machine lacks for trying the demo in a browser; null when it has everything. */
export function missingForHospital(): string | null {
  if (!existsSync(chromiumPath)) return 'no Chromium';
  return existsSync(path.join(models, 'fr_detect.onnx')) ? null : 'the face models are not set up';
}

export interface HospitalChoice {
  /** `tray`, so that most tests need not show a card, unless `camera` is asked for. */
  readonly matchingNumber?: 'camera' | 'tray';
}

/** Starts the demo on a free port with its data in `data`, and opens kiosk and console in real Chromium. */
export async function openHospital(data: string, choice: HospitalChoice = {}): Promise<Hospital> {
  const stack = new ResourceStack();
  try {
    const configuration = await readConfiguration(path.join(data, 'no-such-configuration.json'));
    if (configuration.status === 'failed') throw new Error(configuration.reason.code);
    const started = await startDemo({
      port: 0,
      data,
      models,
      configuration: {
        ...configuration.value,
        demo: { ...configuration.value.demo, matchingNumber: choice.matchingNumber ?? 'tray' },
      },
      clock: () => new Date(),
      log: pino({ level: process.env['HONNIN_LOG'] ?? 'silent' }),
      progress: () => undefined,
    });
    if (started.status === 'failed') {
      throw new Error(`the demo did not start: ${started.reason.code} ${started.reason.detail ?? ''}`);
    }
    const demo = stack.use(started.value);
    const browser = await chromium.launch({
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
        '--use-fake-ui-for-media-stream',
      ],
    });
    stack.use({ [Symbol.asyncDispose]: () => browser.close() });
    const context = await browser.newContext({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo' });
    const desk = await openConsole(context, demo.url);
    const kiosk = await openKiosk(context, demo.url);
    return hospitalOf({ demo, desk, kiosk, stack });
  } catch (error) {
    await stack[Symbol.asyncDispose]();
    throw error;
  }
}

function hospitalOf(parts: {
  readonly demo: Demo;
  readonly desk: ConsolePage;
  readonly kiosk: KioskPage;
  readonly stack: AsyncDisposable;
}): Hospital {
  const { demo, desk, kiosk, stack } = parts;
  let before: ReadonlySet<string> = new Set();
  const files = () => readdir(demo.hospitalFolder);
  return {
    demo,
    kiosk,
    desk,
    person(id) {
      const person = demo.town.people.find((each) => each.id === id);
      if (person === undefined) throw new Error(`nobody called ${id} lives in the demo town`);
      return person;
    },
    async lay(id) {
      if ((await demo.tray.lay(id)) !== 'laid') throw new Error(`there is no card ${id}`);
    },
    async beginAnew() {
      await demo.tray.takeAway();
      const welcome = kiosk.page.getByRole('heading', { name: 'マイナンバーカードを置いてください' });
      const finish = kiosk.page.getByRole('button', { name: /^(終わる|Finish|やめる|Stop)$/ });
      await welcome.or(finish).first().waitFor();
      if (await finish.first().isVisible()) await finish.first().click();
      await kiosk.sees('マイナンバーカードを置いてください');
      await kiosk.camera.stand({ kind: 'nobody' });
      await kiosk.camera.setState('works');
      before = new Set(await files());
      await desk.lookAway();
    },
    async handedOver() {
      const fresh = (await files()).filter((name) => !before.has(name));
      return Promise.all(
        fresh.map(async (name) => ({ name, bytes: await readFile(path.join(demo.hospitalFolder, name)) })),
      );
    },
    [Symbol.asyncDispose]: () => stack[Symbol.asyncDispose](),
  };
}
