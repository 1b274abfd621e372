import type { AgentMessage, ScreenMessage } from '@honnin/terminal/screen-protocol';
import { type WebSocket, WebSocketServer } from 'ws';
import { type BuiltKiosk, serveBuiltKiosk } from '../gallery/serve-built-kiosk.ts';

/** An agent for tests: it says what the test says, and keeps what the kiosk answers. */
export interface PlayedAgent extends AsyncDisposable {
  readonly address: string;
  say(message: AgentMessage): void;
  /** What the kiosk has sent, from the beginning or since `forget`. */
  heard(): readonly ScreenMessage[];
  forget(): void;
  /** JPEG frames so far. */
  readonly frames: number;
  readonly connections: number;
  hangUp(code?: number): void;
}

/** Serves the built kiosk, its session and its socket on loopback. `more`: further answers by path, as JSON. */
export async function playAgent(more: Readonly<Record<string, unknown>> = {}): Promise<PlayedAgent> {
  const kiosk: BuiltKiosk = await serveBuiltKiosk({
    '/kiosk/session.json': { token: 'for-this-test', demo: false },
    ...more,
  });
  const sockets = new WebSocketServer({ server: kiosk.server, path: '/terminal/socket' });
  let current: WebSocket | null = null;
  let latest: AgentMessage = { type: 'screen', screen: { name: 'welcome', reader: 'ready' } };
  let heard: ScreenMessage[] = [];
  let frames = 0;
  let connections = 0;
  sockets.on('connection', (socket) => {
    current = socket;
    connections += 1;
    socket.send(JSON.stringify(latest));
    socket.on('message', (data, isBinary) => {
      if (isBinary) frames += 1;
      else heard.push(JSON.parse(String(data)) as ScreenMessage);
    });
  });
  return {
    address: kiosk.address,
    say(message) {
      if (message.type === 'screen') latest = message;
      current?.send(JSON.stringify(message));
    },
    heard: () => heard,
    forget() {
      heard = [];
    },
    get frames() {
      return frames;
    },
    get connections() {
      return connections;
    },
    hangUp: (code) => current?.close(code),
    async [Symbol.asyncDispose]() {
      for (const client of sockets.clients) client.terminate();
      await kiosk[Symbol.asyncDispose]();
    },
  };
}
