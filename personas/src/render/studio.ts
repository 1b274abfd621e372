import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import type { StageMesh, StageShot } from './stage-message.ts';

/** One headless Chromium page that draws figures on the processor (SwiftShader), one at a time. */
export interface Studio extends AsyncDisposable {
  /** Hands a texture over once; meshes then name it by its key. */
  keep(key: string, make: () => Promise<Buffer>): Promise<void>;
  /** Draws the figure; the picture comes back as PNG. */
  shoot(meshes: readonly StageMesh[], shot: StageShot): Promise<Buffer>;
  /** Photographs an HTML page of the given size. */
  print(html: string, width: number, height: number): Promise<Buffer>;
}

/** Starts the browser; `executable` is the path of Chromium. */
export async function openStudio(executable: string): Promise<Studio> {
  const script = await build({
    entryPoints: [fileURLToPath(new URL('./stage.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
  });
  const browser = await chromium.launch({
    executablePath: executable,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--use-angle=swiftshader',
      '--use-gl=angle',
      '--enable-unsafe-swiftshader',
      '--ignore-gpu-blocklist',
    ],
  });
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error));
  page.on('console', (line) => {
    if (line.type() === 'error') console.error(line.text());
  });
  await page.setContent('<!doctype html><body></body>');
  await page.addScriptTag({ content: script.outputFiles[0]?.text ?? '' });
  const kept = new Set<string>();
  return {
    async keep(key, make) {
      if (kept.has(key)) return;
      kept.add(key);
      const url = `data:image/png;base64,${(await make()).toString('base64')}`;
      await page.evaluate(([name, source]) => window.stage.keep(name, source), [key, url] as const);
    },
    async shoot(meshes, shot) {
      const url = await page.evaluate(([m, s]) => window.stage.shoot(m, s), [meshes, shot] as const);
      return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
    },
    async print(html, width, height) {
      const sheet = await browser.newPage({ viewport: { width, height } });
      await sheet.setContent(html, { waitUntil: 'load' });
      await sheet.evaluate(() => document.fonts.ready.then(() => undefined));
      const png = await sheet.screenshot({ type: 'png' });
      await sheet.close();
      return png;
    },
    [Symbol.asyncDispose]: () => browser.close(),
  };
}
