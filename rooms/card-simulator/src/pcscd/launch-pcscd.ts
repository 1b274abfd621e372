import { type ChildProcess, spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Attempt, done } from '@honnin/outcome';
import { fail } from '../fail.ts';
import type { PcscdInstallation } from './find-pcscd.ts';
import type { PcscdFolder } from './prepare-pcscd-folder.ts';

/** A pcscd inside its namespaces, as seen from outside. */
export interface LaunchedPcscd {
  readonly processId: number;
  hasEnded(): boolean;
  /** The end of what it printed, to explain a failure. */
  output(): string;
  /** A socket connected to a port inside. Fails with `pcscd-ended` or `vpcd-unreachable`. */
  connect(port: number): Promise<Attempt<Socket>>;
  /** Settles when pcscd reports this of the reader, or when patience is over. */
  cardSeen(readerName: string, change: 'inserted' | 'removed', patienceMs: number): Promise<void>;
  /** Ends it and waits until it has ended. */
  end(): Promise<void>;
}

/** How pcscd writes of a card at its level `info` (EHStatusHandlerThread). */
const reports = { inserted: 'Card inserted into', removed: 'Card Removed From' } as const;
const longestOutput = 4_000;

/** Starts pcscd by way of unshare, a script that builds its world, and a process that connects for us. */
export function launchPcscd(options: {
  readonly installation: PcscdInstallation;
  readonly folder: PcscdFolder;
  readonly path: string;
}): LaunchedPcscd {
  const { installation, folder, path } = options;
  const isolation = ['--mount', '--net', '--pid', '--fork', '--kill-child'];
  if (process.getuid?.() !== 0) isolation.unshift('--user', '--map-root-user');
  const script = fileURLToPath(new URL('./inside-namespaces.sh', import.meta.url));
  const connector = fileURLToPath(new URL('./connector.mjs', import.meta.url));
  const pcscd = [installation.pcscd, '--foreground', '--info', '--config', folder.configuration];
  const child = spawn(
    installation.unshare,
    [
      ...[...isolation, '--', '/bin/sh', script, folder.run, installation.drivers],
      ...[process.execPath, connector, ...pcscd, ...installation.options],
    ],
    {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // Ctrl-C is for this process, which ends the card and then pcscd in their order.
      detached: true,
      env: { PATH: `${path}:/usr/sbin:/sbin:/usr/bin:/bin`, LANG: 'C' },
    },
  );
  // 'exit' and not 'close': after sockets came over the channel, Node does not always report 'close'.
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  let text = '';
  let unfinished = '';
  const listeners = new Set<(line: string) => void>();
  const keep = (chunk: Buffer) => {
    const added = chunk.toString('utf8');
    text = (text + added).slice(-longestOutput);
    const lines = (unfinished + added).split('\n');
    unfinished = lines.pop() ?? '';
    for (const line of lines) for (const listener of [...listeners]) listener(line);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);

  return {
    processId: child.pid ?? -1,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null || child.pid === undefined,
    output: () => text.trim(),
    connect: (port) => connectInside(child, port),
    async cardSeen(readerName, change, patienceMs) {
      const wanted = `${reports[change]} ${readerName}`;
      const waiting = new AbortController();
      const listener = (line: string) => {
        if (line.includes(wanted)) waiting.abort();
      };
      listeners.add(listener);
      await sleep(patienceMs, undefined, { signal: waiting.signal }).catch(() => undefined);
      listeners.delete(listener);
    },
    async end() {
      if (child.connected) child.disconnect();
      const timer = setTimeout(() => child.kill('SIGKILL'), 3_000);
      await ended;
      clearTimeout(timer);
    },
  };
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
