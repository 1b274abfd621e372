import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { VirtualChip } from '../card/virtual-card.ts';
import { quickAcknowledgement } from './quick-acknowledgement.ts';
import { createVpcdParser, toVpcdFrame, type VpcdMessage } from './vpcd-messages.ts';

/** A card being served to a virtual reader over one socket. */
export interface VpcdService {
  /** Settles when the reader first speaks (true), or when the socket closed before it did (false). */
  readonly noticed: Promise<boolean>;
  readonly closed: Promise<void>;
}

/** How long a command may still take once the reader has gone. */
const patienceMs = 1_000;

/** Answers a virtual reader's messages in their order with the card until the socket closes. */
export function serveVpcd(socket: Socket, card: VirtualChip): VpcdService {
  const parse = createVpcdParser();
  const acknowledgeAtOnce = quickAcknowledgement(socket);
  let answered: Promise<void> = Promise.resolve();
  socket.setNoDelay(true);
  acknowledgeAtOnce();

  const noticed = new Promise<boolean>((resolve) => {
    socket.on('data', (chunk: Buffer) => {
      acknowledgeAtOnce();
      resolve(true);
      for (const message of parse(chunk)) {
        answered = answered.then(async () => {
          const payload = await answerTo(message, card);
          // A response that never comes: the reader goes on waiting, as for a card in too weak a field.
          if (payload === null || payload.length === 0 || !socket.writable) return;
          socket.write(toVpcdFrame(payload));
        });
      }
    });
    socket.once('close', () => resolve(false));
  });
  const closed = new Promise<void>((resolve) => {
    socket.once('close', () => {
      // Out of the reader the card has no power: what was verified is forgotten. One that never answers its
      // last command (a fault on demand) must not keep whoever takes it away.
      const patience = new AbortController();
      const enough = sleep(patienceMs, undefined, { signal: patience.signal }).catch(() => undefined);
      void Promise.race([answered.catch(() => undefined), enough]).then(() => {
        patience.abort();
        card.reset();
        resolve();
      });
    });
  });
  // A reset connection is a removal like any other; 'close' follows.
  socket.on('error', () => undefined);
  return { noticed, closed };
}

/** The bytes to send back, or null for a message that wants no answer. */
async function answerTo(message: VpcdMessage, card: VirtualChip): Promise<Uint8Array | null> {
  switch (message.kind) {
    case 'command':
      return card.transmit(message.command);
    case 'get-atr':
      return card.atr;
    case 'unknown-control':
      return null;
    default:
      card.reset();
      return null;
  }
}
