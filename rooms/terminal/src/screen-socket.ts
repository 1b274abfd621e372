import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FrameGuidance } from '@honnin/face';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { Compile } from 'typebox/compile';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { terminalFailures } from './failures.ts';
import {
  type AgentMessage,
  type CardGuidance,
  type Screen,
  ScreenMessage,
  type VisitMessage,
} from './screen-protocol.ts';
import { wholeFrames } from './whole-frames.ts';

/** The one screen beside the patient. */
export interface ScreenSocket {
  /** Sends the screen to whoever is connected; the newest also goes to whoever connects later. */
  show(screen: Screen): void;
  routes(app: FastifyInstance): Promise<void>;
  close(): void;
}

export interface ScreenSocketOptions {
  readonly token: string;
  readonly allowedOrigins: () => readonly string[];
  readonly screen: () => Screen;
  readonly receive: (message: VisitMessage) => void;
  /** `captured`: the camera's own time of it, in milliseconds, if the screen knows. Null: dropped, or nothing to say. */
  readonly offerFrame: (jpeg: Uint8Array, captured?: number) => Promise<FrameGuidance | CardGuidance | null>;
  readonly log: Logger;
}

const path = '/terminal/socket';
/** Only completes the target of a request, which has no host of its own. */
const base = 'http://terminal.invalid';
/** A JPEG of 640x480 has some 60 kB; ws closes with 1009 what is larger. */
const maximumMessageBytes = 1024 * 1024;
/** The largest text message of the protocol has some 200 bytes. */
const maximumTextBytes = 4096;
/** RFC 6455 7.4.1 (1008 policy violation) and 7.4.2 (4000–4999 private). */
const closeCodes = { policy: 1008, replaced: 4001, goingAway: 1001 } as const;

const screenMessage = Compile(ScreenMessage);

/**
 * WebSocket to the patient's screen. Refused before the handshake: a page of another origin (403) and a token
 * that is not this boot's (401). One screen at a time: a newer one replaces the older. What is not in the
 * protocol closes the connection with its code. Frames are handed on one at a time and wiped.
 */
export function createScreenSocket(options: ScreenSocketOptions): ScreenSocket {
  const { log } = options;
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: maximumMessageBytes,
    // A JPEG does not get smaller, and decompression is an attacker's lever.
    perMessageDeflate: false,
  });
  let current: WebSocket | null = null;
  /** Of the frame that comes next. */
  let captured: number | undefined;

  const send = (socket: WebSocket, message: AgentMessage) => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
  };
  const refuse = (socket: WebSocket, detail: string) => {
    log.warn({ code: 'screen-message-malformed', detail }, 'screen message refused');
    socket.close(closeCodes.policy, 'screen-message-malformed');
  };

  function accept(socket: WebSocket): void {
    current?.close(closeCodes.replaced, 'screen-replaced');
    current = socket;
    captured = undefined;
    socket.on('error', (error) => log.warn({ err: error }, 'screen socket'));
    socket.on('close', () => {
      if (current === socket) current = null;
    });
    socket.on('message', (data, isBinary) => {
      if (current !== socket) return;
      const bytes = bytesOf(data);
      if (isBinary) void takeFrame(socket, bytes);
      else takeText(socket, bytes);
    });
    send(socket, { type: 'screen', screen: options.screen() });
  }

  function takeText(socket: WebSocket, bytes: Buffer): void {
    if (bytes.length > maximumTextBytes) {
      refuse(socket, 'text too long');
      return;
    }
    let message: unknown;
    try {
      message = JSON.parse(bytes.toString('utf8'));
    } catch {
      refuse(socket, 'not JSON');
      return;
    } finally {
      bytes.fill(0); // may hold a PIN
    }
    if (!screenMessage.Check(message)) refuse(socket, 'not in the protocol');
    else if (message.type === 'frame') captured = message.captured;
    else options.receive(message);
  }

  async function takeFrame(socket: WebSocket, jpeg: Buffer): Promise<void> {
    // ITU-T T.81 B.1.1.3: SOI.
    if (jpeg.length < 4 || jpeg.readUInt16BE(0) !== 0xffd8) {
      refuse(socket, 'not a JPEG');
      return;
    }
    const at = captured;
    captured = undefined;
    const guidance = await options.offerFrame(jpeg, at);
    if (guidance !== null && 'type' in guidance) send(socket, guidance);
    else if (guidance !== null) {
      const { step, advice, progress, box, yaw } = guidance;
      send(socket, { type: 'guidance', step, advice, progress, box, yaw });
    }
    send(socket, { type: 'frame-seen' });
  }

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    // Before anything is known of the sender: a target that is no URL (`//`) must not throw here.
    const target = request.url ?? '/';
    if (!URL.canParse(target, base)) {
      turnAway(socket, 'screen-origin-refused');
      return;
    }
    const url = new URL(target, base);
    if (url.pathname !== path) return;
    const { origin } = request.headers;
    if (origin === undefined || !options.allowedOrigins().includes(origin)) {
      log.warn({ code: 'screen-origin-refused', origin }, 'screen refused');
      turnAway(socket, 'screen-origin-refused');
      return;
    }
    if (!equalTokens(url.searchParams.get('token') ?? '', options.token)) {
      log.warn({ code: 'screen-token-refused' }, 'screen refused');
      turnAway(socket, 'screen-token-refused');
      return;
    }
    const frames = wholeFrames(socket, head, maximumMessageBytes);
    server.handleUpgrade(request, frames.stream, Buffer.alloc(0), (screen) => {
      frames.heed();
      accept(screen);
    });
  }

  return {
    show(screen) {
      if (current !== null) send(current, { type: 'screen', screen });
    },
    async routes(app) {
      app.server.on('upgrade', upgrade);
      app.addHook('onClose', async () => {
        app.server.off('upgrade', upgrade);
      });
      app.addHook('preClose', async () => {
        current?.close(closeCodes.goingAway);
        for (const client of server.clients) client.terminate();
      });
    },
    close() {
      for (const client of server.clients) client.close(closeCodes.goingAway);
      server.close();
    },
  };
}

/** Compares in constant time; the digests make the lengths equal. */
function equalTokens(given: string, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}

function turnAway(socket: Duplex, code: 'screen-origin-refused' | 'screen-token-refused'): void {
  const { http } = terminalFailures[code];
  const status = http === 403 ? '403 Forbidden' : '401 Unauthorized';
  const body = JSON.stringify({ code });
  socket.on('error', () => socket.destroy());
  socket.end(
    `HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-type: application/json\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

function bytesOf(data: RawData): Buffer {
  if (Buffer.isBuffer(data)) return data;
  return Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data);
}
