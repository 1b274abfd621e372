import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { putCardOnFile } from '../../test/card-on-file.ts';
import { runHonnin, startHonnin } from '../../test/run-honnin.ts';

let folder: string;
let onFile: Awaited<ReturnType<typeof putCardOnFile>>;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fault-'));
  onFile = await putCardOnFile(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('honnin card simulate --fault: the card is pulled in mid-file over real PC/SC, and is gone', async (ctx) => {
  const environment = { HONNIN_DATA: onFile.data };
  const words = ['card', 'simulate', '--card', onFile.card, '--data', onFile.data, '--json'];
  const simulation = startHonnin([...words, '--fault', 'pulled-in-mid-file'], environment);
  try {
    await simulation.writes('"laid"').catch((error: unknown) => {
      if (/pcscd-missing|vpcd-missing|namespaces-refused|isolation-tools/.test(simulation.output()))
        ctx.skip(simulation.output());
      throw error;
    });
    const socket = /"socketName":\s*"([^"]+)"/.exec(simulation.output())?.[1] ?? '';
    const there = { ...environment, PCSCLITE_CSOCK_NAME: socket };
    const { birthDate, expiryDate, securityCode } = onFile.holder;
    const printed = ['--birth', birthDate, '--expiry', expiryDate.slice(0, 4), '--code', securityCode];
    const read = await runHonnin(['card', 'read', '--json', ...printed], there);
    expect(read.output).toContain('card-removed');
    expect(read.code).not.toBe(0);
    const again = await runHonnin(['card', 'read', '--json'], there);
    expect(again.output).toContain('card-absent');
  } finally {
    simulation.child.kill('SIGINT');
    await simulation.ended;
  }
});

it('honnin card simulate --fault: a plan that nobody knows is said to be unknown, with the names there are', async () => {
  const words = ['card', 'simulate', '--card', onFile.card, '--data', onFile.data];
  const run = await runHonnin([...words, '--fault', 'no-such-plan']);
  expect(run.code).not.toBe(0);
  expect(run.output).toMatch(/no plan is called no-such-plan: choose one of .*weak-field/);
  const help = await runHonnin(['card', 'simulate', '--help']);
  expect(help.output).toContain('weak-field');
});
