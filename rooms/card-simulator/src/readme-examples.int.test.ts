import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { privatePcscdForTests } from '../test/private-pcscd-for-tests.ts';
import { createTestCardIssuer } from '../test/test-card-issuer.ts';
import { createVirtualCard } from './card/virtual-card.ts';

/** Somewhere inside the checkout, so that `@honnin/…` is found as a reader's own program would find it. */
const folder = fileURLToPath(new URL('../../../node_modules/.cache/honnin', import.meta.url));

/** Runs the TypeScript of a README as one program, and gives what it prints. */
async function runReadme(readme: string, environment: Record<string, string> = {}): Promise<string> {
  const text = await readFile(new URL(readme, import.meta.url), 'utf8');
  const program = [...text.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code]) => code).join('');
  const file = join(folder, `readme-${process.pid}.mts`);
  await mkdir(folder, { recursive: true });
  await writeFile(file, program);
  try {
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', file], {
      env: { ...process.env, ...environment },
      timeout: 60_000,
    });
    return stdout;
  } finally {
    await rm(file);
  }
}

describe('the examples of the READMEs', () => {
  it('read the card on the reader, as the README of the card room says', async (ctx) => {
    const started = await privatePcscdForTests();
    if ('skip' in started) return ctx.skip(started.skip);
    const { pcscd, end } = started;
    try {
      const issuer = await createTestCardIssuer();
      await pcscd.insert(createVirtualCard((await issuer.issue()).record));
      const printed = await runReadme('../../card/README.md', { PCSCLITE_CSOCK_NAME: pcscd.socketName });
      expect(printed).toMatch(/status: 'done',\s+value: Uint8Array\(\d+\)/);
      expect(printed).toContain(`1980-02-17 ${issuer.holder.photo?.length}`);
    } finally {
      await end();
    }
  });

  it('make a card and read it, as the README of the simulator says', async () => {
    expect(await runReadme('../README.md')).toMatch(/status: 'done'[\s\S]*serial: '\d{15}'/);
  });
});
