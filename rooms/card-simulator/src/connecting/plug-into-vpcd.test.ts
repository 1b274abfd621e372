import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { VirtualCard } from '../card/virtual-card.ts';
import { plugIntoVpcd } from './plug-into-vpcd.ts';
import { toVpcdFrame } from './vpcd-messages.ts';

let server: Server;
let port: number;
let resets: number;
let card: VirtualCard;

beforeEach(async () => {
  resets = 0;
  card = {
    atr: Uint8Array.of(0x3b, 0x02, 0x41, 0x42),
    transmit: async (command) => Uint8Array.from([...command.subarray(0, 2), 0x90, 0x00]),
    reset: () => {
      resets += 1;
    },
    snapshot: () => {
      throw new Error('not in this test');
    },
  };
  server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});

afterEach(() => {
  server.close();
});

/** Plays the virtual reader: takes the connection and asks for the ATR. */
async function reader(): Promise<Socket> {
  const [socket]: Socket[] = await once(server, 'connection');
  if (socket === undefined) throw new Error('no connection');
  socket.write(toVpcdFrame(Uint8Array.of(4)));
  return socket;
}

async function bytes(socket: Socket, length: number): Promise<Buffer> {
  let received = Buffer.alloc(0);
  while (received.length < length) {
    const [chunk]: Buffer[] = await once(socket, 'data');
    received = Buffer.concat([received, chunk ?? Buffer.alloc(0)]);
  }
  return received;
}

describe('plugIntoVpcd', () => {
  it('answers the ATR, power and commands in their order', async () => {
    const [socket, plug] = await Promise.all([reader(), plugIntoVpcd(card, { port })]);
    expect(plug.status).toBe('done');
    expect(await bytes(socket, 6)).toEqual(Buffer.from('00043b024142', 'hex'));
    socket.write(Buffer.from('00010100010200040011', 'hex'));
    socket.write(Buffer.from('2233000455667788', 'hex'));
    expect(await bytes(socket, 12)).toEqual(Buffer.from('000400119000000455669000', 'hex'));
    expect(resets).toBe(2);
    if (plug.status === 'done') await plug.value[Symbol.asyncDispose]();
    expect(resets).toBe(3);
  });

  it('tells when the reader went away, and forgets what was verified', async () => {
    const [socket, plug] = await Promise.all([reader(), plugIntoVpcd(card, { port })]);
    socket.resetAndDestroy();
    if (plug.status === 'failed') throw new Error(plug.reason.code);
    await plug.value.unplugged;
    expect(resets).toBe(1);
  });

  it('says so when nobody listens', async () => {
    server.close();
    await once(server, 'close');
    expect(await plugIntoVpcd(card, { port })).toMatchObject({ reason: { code: 'vpcd-unreachable' } });
  });

  it('says so when the slot is taken: connected, but never spoken to', async () => {
    const plug = await plugIntoVpcd(card, { port, patienceMs: 50 });
    expect(plug).toMatchObject({ reason: { code: 'vpcd-silent' } });
  });
});
