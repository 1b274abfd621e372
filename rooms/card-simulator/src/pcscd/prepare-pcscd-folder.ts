import { chmod, copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join, resolve } from 'node:path';
import { type Attempt, done } from '@honnin/outcome';
import { fail } from '../fail.ts';

/** Longest path of a local socket on Linux (sun_path, without its final zero). */
const longestSocketPath = 107;

/** The folder of one private pcscd. */
export interface PcscdFolder {
  /** Bound over /run/pcscd: pcscd's socket and process id lie here. */
  readonly run: string;
  /** pcscd's folder of reader configurations. */
  readonly configuration: string;
  readonly socketName: string;
  /** A copy of the virtual reader's driver: pcscd's own folder of drivers is hidden from it. */
  readonly driver: string;
}

/** Name that the readers of a private pcscd begin with. */
export const readerFriendlyName = 'Honnin Simulated Reader';

/**
 * Makes the folder ready: configuration, a copy of the driver, and nothing left of a pcscd that was killed.
 * Fails with `pcscd-directory-unusable`, also when a living pcscd answers in it.
 */
export async function preparePcscdFolder(options: {
  readonly directory: string;
  readonly vpcd: string;
  readonly port: number;
}): Promise<Attempt<PcscdFolder>> {
  const directory = resolve(options.directory);
  const folder: PcscdFolder = {
    run: join(directory, 'run'),
    configuration: join(directory, 'readers'),
    socketName: join(directory, 'run', 'pcscd.comm'),
    driver: join(directory, 'libifdvpcd.so'),
  };
  if (Buffer.byteLength(folder.socketName) > longestSocketPath) {
    return fail('pcscd-directory-unusable', `the socket's path is over ${longestSocketPath} bytes`);
  }
  if (await answers(folder.socketName)) {
    return fail('pcscd-directory-unusable', 'another pcscd is using this folder');
  }
  try {
    await rm(folder.run, { recursive: true, force: true });
    await mkdir(folder.run, { recursive: true });
    await mkdir(folder.configuration, { recursive: true });
    // Whoever can reach the socket can use the card: nobody but this user.
    await chmod(directory, 0o700);
    await copyFile(options.vpcd, folder.driver);
    const port = `0x${options.port.toString(16).toUpperCase()}`;
    await writeFile(
      join(folder.configuration, 'vpcd'),
      `FRIENDLYNAME "${readerFriendlyName}"\nDEVICENAME /dev/null:${port}\nLIBPATH ${folder.driver}\nCHANNELID ${port}\n`,
    );
  } catch (error) {
    return fail('pcscd-directory-unusable', error instanceof Error ? error.message : String(error));
  }
  return done(folder);
}

/** Takes away what `preparePcscdFolder` made; the folder itself stays. */
export async function removePcscdFolder(folder: PcscdFolder): Promise<void> {
  for (const path of [folder.run, folder.configuration, folder.driver]) {
    await rm(path, { recursive: true, force: true });
  }
}

/** Whether a process accepts connections at this local socket. */
function answers(path: string): Promise<boolean> {
  return new Promise((settle) => {
    const socket = connect({ path });
    socket.once('connect', () => {
      socket.destroy();
      settle(true);
    });
    socket.once('error', () => settle(false));
  });
}
