import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Attempt, done } from '@honnin/outcome';
import type { VirtualChip } from '../card/virtual-card.ts';
import { fail } from '../fail.ts';
import { findPcscd } from '../pcscd/find-pcscd.ts';
import { launchPcscd } from '../pcscd/launch-pcscd.ts';
import { preparePcscdFolder, readerFriendlyName, removePcscdFolder } from '../pcscd/prepare-pcscd-folder.ts';
import { plugSocket, type VpcdPlug } from './plug-into-vpcd.ts';

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
  insert(card: VirtualChip, readerName?: string): Promise<Attempt<void>>;
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
/** pcscd looks at its readers every 0.4 s (PCSCLITE_STATUS_POLL_RATE); a busy machine gets more. */
const statePatienceMs = 2_000;

/**
 * Starts Debian's pcscd with the virtual reader in mount, network and process namespaces of its own, as root
 * or (with a user namespace) as anybody: nothing listens on the machine, and its pcscd and readers are left
 * alone. It ends when disposed of, and by itself when this process ends, however it ends. Fails with the
 * V2xx codes of the failure table.
 */
export async function startPrivatePcscd(options: PrivatePcscdOptions): Promise<Attempt<PrivatePcscd>> {
  const { directory, path = process.env['PATH'] ?? '', patienceMs = 10_000 } = options;
  const installation = findPcscd({ path });
  if (installation.status === 'failed') return installation;
  const folder = await preparePcscdFolder({ directory, vpcd: installation.value.vpcd, port: firstPort });
  if (folder.status === 'failed') return folder;
  const { socketName } = folder.value;
  const inside = launchPcscd({ installation: installation.value, folder: folder.value, path });

  for (const start = performance.now(); !existsSync(socketName); await sleep(5)) {
    if (inside.hasEnded()) {
      await sleep(50); // The last words may still be in the pipe.
      const refused = /unshare|not permitted|permission denied/i.test(inside.output());
      return fail(refused ? 'namespaces-refused' : 'pcscd-not-started', inside.output());
    }
    if (performance.now() - start > patienceMs) {
      await inside.end();
      return fail('pcscd-not-started', `no socket within ${patienceMs} ms ${inside.output()}`);
    }
  }

  const readerNames = [`${readerFriendlyName} 00 00`, `${readerFriendlyName} 00 01`] as const;
  const plugs = new Map<string, VpcdPlug>();
  // A card laid down before pcscd saw the last one leave would stay unseen for ever: one after the other.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = turn.then(work);
    turn = result.catch(() => undefined);
    return result;
  };

  const insert = async (card: VirtualChip, readerName: string): Promise<Attempt<void>> => {
    if (plugs.has(readerName)) return fail('slot-occupied', readerName);
    const socket = await inside.connect(firstPort + (readerName === readerNames[1] ? 1 : 0));
    if (socket.status === 'failed') return socket;
    const seen = inside.cardSeen(readerName, 'inserted', statePatienceMs);
    const plug = await plugSocket(card, socket.value, noticeMs);
    if (plug.status === 'failed') return plug;
    plugs.set(readerName, plug.value);
    // When pcscd ends by itself, the card is out of the reader too.
    void plug.value.unplugged.then(() => {
      if (plugs.get(readerName) === plug.value) plugs.delete(readerName);
    });
    await seen;
    return done(undefined);
  };
  const remove = async (readerName: string): Promise<void> => {
    const plug = plugs.get(readerName);
    if (plug === undefined) return;
    plugs.delete(readerName);
    const seen = inside.cardSeen(readerName, 'removed', statePatienceMs);
    await plug[Symbol.asyncDispose]();
    await seen;
  };

  return done({
    socketName,
    readerNames,
    processId: inside.processId,
    insert: (card, readerName = readerNames[0]) => inTurn(() => insert(card, readerName)),
    remove: (readerName = readerNames[0]) => inTurn(() => remove(readerName)),
    async [Symbol.asyncDispose]() {
      await inTurn(async () => {
        for (const plug of plugs.values()) await plug[Symbol.asyncDispose]();
        plugs.clear();
        await inside.end();
        await removePcscdFolder(folder.value);
      });
    },
  });
}
