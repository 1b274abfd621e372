import { Value } from 'typebox/value';
import WebSocket from 'ws';
import { AgentMessage, type CardGuidance, type Screen, type ScreenMessage } from '../src/screen-protocol.ts';

type Guidance = AgentMessage & { readonly type: 'guidance' };

/** The patient's screen, as a program: checks every message against the protocol. */
export interface ScreenClient extends Disposable {
  readonly screens: Screen[];
  readonly current: () => Screen | undefined;
  send(message: ScreenMessage): void;
  raw(data: string | Uint8Array): void;
  /** Waits until a screen of this name is, or becomes, the present one. */
  until<N extends Screen['name']>(name: N, timeoutMs?: number): Promise<Screen & { readonly name: N }>;
  /** Sends one frame and waits until it was seen; the guidance that came with it, if any. */
  frame(jpeg: Uint8Array): Promise<Guidance | null>;
  /** What was said last of a card before the camera. */
  readonly cardGuidance: () => CardGuidance | null;
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
}

export async function openScreen(
  url: string,
  origin: string,
  options: WebSocket.ClientOptions = {},
): Promise<ScreenClient> {
  const socket = new WebSocket(url, { ...options, origin });
  const screens: Screen[] = [];
  const watchers = new Set<() => void>();
  let guidance: Guidance | null = null;
  let cardGuidance: CardGuidance | null = null;
  let seen: (() => void) | null = null;
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.on('close', (code, reason) => {
      seen?.();
      resolve({ code, reason: reason.toString() });
    });
  });
  socket.on('message', (data) => {
    const message: unknown = JSON.parse(data.toString());
    if (!Value.Check(AgentMessage, message)) throw new Error(`not in the protocol: ${data.toString()}`);
    if (message.type === 'screen') screens.push(message.screen);
    if (message.type === 'guidance') guidance = message;
    if (message.type === 'card-guidance') cardGuidance = message;
    if (message.type === 'frame-seen') seen?.();
    for (const watcher of [...watchers]) watcher();
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('unexpected-response', (_request, response) =>
      reject(new Error(`HTTP ${response.statusCode}`)),
    );
    socket.once('error', reject);
  });
  return {
    screens,
    current: () => screens.at(-1),
    send: (message) => socket.send(JSON.stringify(message)),
    raw: (data) => socket.send(data),
    until(name, timeoutMs = 10_000) {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          watchers.delete(look);
          reject(new Error(`no ${name} after: ${screens.map((screen) => describe(screen)).join(', ')}`));
        }, timeoutMs);
        const look = () => {
          const screen = screens.at(-1);
          if (screen?.name !== name) return;
          clearTimeout(timer);
          watchers.delete(look);
          resolve(screen as never);
        };
        watchers.add(look);
        look();
      });
    },
    async frame(jpeg) {
      guidance = null;
      const answered = new Promise<void>((resolve) => {
        seen = resolve;
      });
      socket.send(jpeg);
      await answered;
      return guidance;
    },
    cardGuidance: () => cardGuidance,
    closed,
    [Symbol.dispose]: () => socket.terminate(),
  };
}

const describe = (screen: Screen) =>
  screen.name === 'failure' ? `failure(${screen.failure.code})` : screen.name;
