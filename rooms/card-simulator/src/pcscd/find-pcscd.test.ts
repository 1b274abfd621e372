import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findPcscd } from './find-pcscd.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'honnin-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Puts programs into the folder; a pcscd tells its folder of drivers and its options as the real one does. */
async function install(...names: readonly string[]): Promise<void> {
  for (const name of names) {
    const file = join(folder, name);
    await writeFile(
      file,
      `#!/bin/sh\necho "ipcdir=/run/pcscd usbdropdir=${folder}/drivers --disable-polkit"\n`,
    );
    await chmod(file, 0o755);
  }
}

const find = () => findPcscd({ path: folder, alsoIn: [] });

it('names the tools of isolation when they are missing', async () => {
  await install('unshare', 'mount');
  expect(find()).toMatchObject({ reason: { code: 'isolation-tools-missing' } });
});

it('says what to install when pcscd or the virtual reader is missing', async () => {
  await install('unshare', 'mount', 'ip');
  expect(find()).toMatchObject({
    reason: {
      code: 'pcscd-missing',
      detail: expect.stringContaining('apt-get install pcscd vsmartcard-vpcd'),
    },
  });
  await install('pcscd');
  expect(find()).toMatchObject({
    reason: {
      code: 'vpcd-missing',
      detail: expect.stringContaining('apt-get install pcscd vsmartcard-vpcd'),
    },
  });
});

it('finds the driver where this pcscd keeps its drivers, and switches polkit off where it can be', async () => {
  await install('unshare', 'mount', 'ip', 'pcscd');
  await mkdir(join(folder, 'drivers', 'serial'), { recursive: true });
  await writeFile(join(folder, 'drivers', 'serial', 'libifdvpcd.so'), '');
  expect(find()).toMatchObject({
    value: { vpcd: join(folder, 'drivers', 'serial', 'libifdvpcd.so'), options: ['--disable-polkit'] },
  });
});
