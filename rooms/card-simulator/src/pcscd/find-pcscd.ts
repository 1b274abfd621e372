import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Attempt, done } from '@honnin/outcome';
import { fail } from '../fail.ts';

/** What a private pcscd is made from. */
export interface PcscdInstallation {
  readonly pcscd: string;
  readonly unshare: string;
  /** pcscd's folder of drivers (its `usbdropdir`). */
  readonly drivers: string;
  /** The virtual reader's driver. */
  readonly vpcd: string;
  /** Options that this pcscd knows and a private one wants. */
  readonly options: readonly string[];
}

/** Where administration programs lie that are not on every user's PATH. */
const administration = ['/usr/sbin', '/sbin', '/usr/bin', '/bin'];

/** Looks for the programs, in `path` and in the folders of administration. Fails with what is missing. */
export function findPcscd(options: {
  readonly path: string;
  readonly alsoIn?: readonly string[];
}): Attempt<PcscdInstallation> {
  const folders = [...options.path.split(delimiter), ...(options.alsoIn ?? administration)];
  const find = (name: string) => folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
  const [unshare, mount, ip] = ['unshare', 'mount', 'ip'].map(find);
  if (unshare === undefined || mount === undefined || ip === undefined) {
    return fail('isolation-tools-missing', 'unshare (util-linux), mount and ip (iproute2) are needed');
  }
  const pcscd = find('pcscd');
  if (pcscd === undefined) return fail('pcscd-missing', 'apt-get install pcscd vsmartcard-vpcd');
  const ask = (option: string) =>
    spawnSync(pcscd, [option], { encoding: 'utf8', timeout: 5_000 }).stdout ?? '';
  const drivers = /usbdropdir=(\S+)/.exec(ask('--version'))?.[1] ?? '/usr/lib/pcsc/drivers';
  const vpcd = join(drivers, 'serial', 'libifdvpcd.so');
  if (!existsSync(vpcd)) return fail('vpcd-missing', `${vpcd}: apt-get install pcscd vsmartcard-vpcd`);
  // polkit knows nothing of our clients and would refuse them where they are not root (pcsc-lite 2.1 on).
  const offered = ask('--help').includes('--disable-polkit') ? ['--disable-polkit'] : [];
  return done({ pcscd, unshare, drivers, vpcd, options: offered });
}
