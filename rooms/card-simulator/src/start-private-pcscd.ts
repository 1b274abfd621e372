import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Attempt, done } from '@honnin/outcome';
import { fail } from './fail.ts';
import { findPcscd } from './pcscd/find-pcscd.ts';
import { preparePcscdFolder, readerFriendlyName, removePcscdFolder } from './pcscd/prepare-pcscd-folder.ts';
import { plugSocket, type VpcdPlug } from './plug-into-vpcd.ts';
import type { VirtualCard } from './virtual-card.ts';

/** A real pcscd with two virtual readers, shut off from the machine's readers and networks. */
export interface PrivatePcscd extends AsyncDisposable {
  /** For `openPcscReaders({ socketName })`, or other programs' environment variable PCSCLITE_CSOCK_NAME. */
  readonly socketName: string;
  readonly readerNames: readonly [string, string];
  /** Process id of the isolation's parent; the pcscd inside ends with it. */
  readonly processId: number;
  /**
   * Lays a card on a reader (the first one when none is named). Fails with `slot-occupied`,
   * `pcscd-ended`, `vpcd-unreachable` or `vpcd-silent`.
   */
  insert(card: VirtualCard, readerName?: string): Promise<Attempt<void>>;
  /** Takes the card away; nothing happens when there is none. pcscd notices within 0.4 s. */
  remove(readerName?: string): Promise<void>;
}

export interface PrivatePcscdOptions {
  /** A folder of its own for this instance, with a short path (a local socket takes 107 bytes). */
  readonly directory: string;
  /** Where programs are looked for; default: PATH of this process. */
  readonly path?: string;
  /** How long pcscd may take to start, in milliseconds; default 10000. */
  readonly patienceMs?: number;
}

/** Ports exist only inside the namespace: every instance has the same. */
const firstPort = 35_963;
const noticeMs = 5_000;

/**
 * Starts Debian's pcscd with the virtual reader in mount, network and process namespaces of its own, as root
 * or (with a user namespace) as anybody: nothing listens on the machine, and its pcscd and readers are left
 * alone. It ends when disposed of, and by itself when this process ends, however it ends. Fails with the
 * V2xx codes of the failure table.
 */
export async function startPrivatePcscd(options: PrivatePcscdOptions): Promise<Attempt<PrivatePcscd>> {
  const { directory, path = process.env['PATH'] ?? '', patienceMs = 10_000 } = options;
  const installation = findPcscd(path);
  if (installation.status === 'failed') return installation;
  const { pcscd, unshare, drivers, vpcd } = installation.value;
  const folder = await preparePcscdFolder({ directory, vpcd, port: firstPort });
  if (folder.status === 'failed') return folder;
  const { run, configuration, socketName } = folder.value;

  const isolation = ['--mount', '--net', '--pid', '--fork', '--kill-child'];
  if (process.getuid?.() !== 0) isolation.unshift('--user', '--map-root-user');
  const script = fileURLToPath(new URL('./pcscd/inside-namespaces.sh', import.meta.url));
  const connector = fileURLToPath(new URL('./pcscd/connector.mjs', import.meta.url));
  const child = spawn(
    unshare,
    [
      ...[...isolation, '--', '/bin/sh', script, run, drivers],
      ...[process.execPath, connector, pcscd, '--foreground', '--config', configuration],
      ...installation.value.options,
    ],
    {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // Ctrl-C is for this process, which ends the card and then pcscd in their order.
      detached: true,
      env: { PATH: `${path}:/usr/sbin:/sbin:/usr/bin:/bin`, LANG: 'C' },
    },
  );
  const output = keepOutput(child);
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    child.once('error', () => resolve());
  });

  for (const start = performance.now(); !existsSync(socketName); await sleep(5)) {
    if (hasEnded(child)) {
      await ended;
      const refused = /unshare|not permitted|permission denied/i.test(output());
      return fail(refused ? 'namespaces-refused' : 'pcscd-not-started', output());
    }
    if (performance.now() - start > patienceMs) {
      child.kill('SIGKILL');
      await ended;
      return fail('pcscd-not-started', `no socket within ${patienceMs} ms ${output()}`);
    }
  }

  const readerNames = [`${readerFriendlyName} 00 00`, `${readerFriendlyName} 00 01`] as const;
  const plugs = new Map<string, VpcdPlug>();
  const remove = async (readerName: string) => {
    const plug = plugs.get(readerName);
    plugs.delete(readerName);
    await plug?.[Symbol.asyncDispose]();
  };
  return done({
    socketName,
    readerNames,
    processId: child.pid ?? -1,
    async insert(card, readerName = readerNames[0]) {
      if (plugs.has(readerName)) return fail('slot-occupied', readerName);
      const port = firstPort + (readerName === readerNames[1] ? 1 : 0);
      const socket = await connectInside(child, port);
      if (socket.status === 'failed') return socket;
      const plug = await plugSocket(card, socket.value, noticeMs);
      if (plug.status === 'failed') return plug;
      plugs.set(readerName, plug.value);
      return done(undefined);
    },
    remove: (readerName = readerNames[0]) => remove(readerName),
    async [Symbol.asyncDispose]() {
      for (const readerName of readerNames) await remove(readerName);
      if (child.connected) child.disconnect();
      const timer = setTimeout(() => child.kill('SIGKILL'), 3_000);
      await ended;
      clearTimeout(timer);
      await removePcscdFolder(folder.value);
    },
  });
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
}

/** Asks the process inside for a socket that is connected to the virtual reader there. */
function connectInside(child: ChildProcess, port: number): Promise<Attempt<Socket>> {
  return new Promise((settle) => {
    if (!child.connected) {
      settle(fail('pcscd-ended'));
      return;
    }
    const finish = (answer: Attempt<Socket>) => {
      child.off('message', onMessage);
      child.off('disconnect', onEnd);
      settle(answer);
    };
    const onEnd = () => finish(fail('pcscd-ended'));
    const onMessage = (message: unknown, handle: unknown) => {
      if (typeof message !== 'object' || message === null || Reflect.get(message, 'port') !== port) return;
      if (handle instanceof Socket) finish(done(handle));
      else finish(fail('vpcd-unreachable', String(Reflect.get(message, 'detail'))));
    };
    child.on('message', onMessage);
    child.once('disconnect', onEnd);
    child.send({ port });
  });
}

/** Keeps the end of what the child prints, to explain a failure. */
function keepOutput(child: ChildProcess): () => string {
  let text = '';
  const keep = (chunk: Buffer) => {
    text = (text + chunk.toString('utf8')).slice(-2_000);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return () => text.trim();
}
