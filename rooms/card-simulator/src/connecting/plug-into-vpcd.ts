import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Attempt, done } from '@honnin/outcome';
import type { VirtualChip } from '../card/virtual-card.ts';
import { fail } from '../fail.ts';
import { serveVpcd } from './serve-vpcd.ts';

/** A card in a virtual reader; disposing of it takes the card out. */
export interface VpcdPlug extends AsyncDisposable {
  /** Settles when the card is out, also when the reader went away by itself. */
  readonly unplugged: Promise<void>;
}

export interface VpcdOptions {
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** Default 35963 (0x8C7B), the first slot of Debian's vpcd; its second slot is the next port. */
  readonly port?: number;
  /** How long the reader may take to notice the card, in milliseconds; default 5000. */
  readonly patienceMs?: number;
}

/**
 * Puts a card into a running vpcd (vsmartcard). Mind that Debian's vpcd listens on every interface of the
 * machine: for anything but a closed machine use `startPrivatePcscd`. Fails with `vpcd-unreachable` or
 * `vpcd-silent`.
 */
export async function plugIntoVpcd(card: VirtualChip, options: VpcdOptions = {}): Promise<Attempt<VpcdPlug>> {
  const { host = '127.0.0.1', port = 35_963, patienceMs = 5_000 } = options;
  const socket = connect({ host, port });
  try {
    await once(socket, 'connect', { signal: AbortSignal.timeout(patienceMs) });
  } catch (error) {
    socket.destroy();
    return fail('vpcd-unreachable', `${host}:${port} ${error instanceof Error ? error.message : ''}`);
  }
  return plugSocket(card, socket, patienceMs);
}

/** Puts a card into the virtual reader at the other end of a connected socket. */
export async function plugSocket(
  card: VirtualChip,
  socket: Socket,
  patienceMs: number,
): Promise<Attempt<VpcdPlug>> {
  const { noticed, closed } = serveVpcd(socket, card);
  const patience = new AbortController();
  const heard = await Promise.race([
    noticed,
    sleep(patienceMs, false, { signal: patience.signal }).catch(() => false),
  ]);
  patience.abort();
  if (!heard) {
    socket.destroy();
    await closed;
    return fail('vpcd-silent', `no message within ${patienceMs} ms`);
  }
  return done({
    unplugged: closed,
    async [Symbol.asyncDispose]() {
      socket.destroy();
      await closed;
    },
  });
}
