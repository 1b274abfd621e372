import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { privatePcscdForTests } from '../test/private-pcscd-for-tests.ts';
import { createTestCardIssuer } from '../test/test-card-issuer.ts';
import { createTestResidenceCards } from '../test/test-residence-cards.ts';
import { createVirtualCard } from './card/virtual-card.ts';
import { createVirtualResidenceCard } from './residence-card/virtual-residence-card.ts';

/** Somewhere inside the checkout, so that `@honnin/…` is found as a reader's own program would find it. */
const folder = fileURLToPath(new URL('../../../node_modules/.cache/honnin', import.meta.url));

/** The programs of a README: one begins where something is imported, and goes on to the next. */
async function programsOf(readme: string): Promise<readonly string[]> {
  const text = await readFile(new URL(readme, import.meta.url), 'utf8');
  const blocks = [...text.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = '']) => code);
  const programs: string[] = [];
  for (const block of blocks) {
    if (block.startsWith('import ')) programs.push(block);
    else programs.push(`${programs.pop() ?? ''}${block}`);
  }
  return programs;
}

/** Runs a program and gives what it prints. */
async function run(program = '', environment: Record<string, string> = {}): Promise<string> {
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
      const service = { PCSCLITE_CSOCK_NAME: pcscd.socketName };
      const [myNumberCard, residenceCard] = await programsOf('../../card/README.md');
      const printed = await run(myNumberCard, service);
      expect(printed).toMatch(/status: 'done',\s+value: Uint8Array\(\d+\)/);
      expect(printed).toContain(`1980-02-17 ${issuer.holder.photo?.length}`);
      await pcscd.remove();
      const cards = await createTestResidenceCards();
      await pcscd.insert(createVirtualResidenceCard(cards.issue('second')));
      expect(await run(residenceCard, service)).toMatch(/accepted[\s\S]*'1985-12-31'[\s\S]*USA[\s\S]* \d{4}/);
    } finally {
      await end();
    }
  });

  it('make a card and read it, as the README of the simulator says', async () => {
    const [myNumberCard, residenceCard] = await programsOf('../README.md');
    expect(await run(myNumberCard)).toMatch(/status: 'done'[\s\S]*serial: '\d{15}'/);
    expect(await run(residenceCard)).toBe('residence-card\n');
  });
});
