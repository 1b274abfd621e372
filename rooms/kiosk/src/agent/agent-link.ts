import {
  AgentMessage,
  type CardGuidance,
  type Screen,
  type ScreenMessage,
} from '@honnin/terminal/screen-protocol';
import { Type } from 'typebox';
import { Check } from 'typebox/value';

/** What the last guidance message said. */
export type Guidance = Omit<Extract<AgentMessage, { type: 'guidance' }>, 'type'>;

/** Everything the kiosk shows comes from here. */
export interface AgentState {
  /** Null until the agent has spoken, and while it is away. */
  readonly screen: Screen | null;
  readonly guidance: Guidance | null;
  /** What was said last of the card before the camera. */
  readonly cardGuidance: CardGuidance | null;
  /** `replaced`: another window has taken over, and this one must not take the agent back by itself. */
  readonly link: 'connecting' | 'open' | 'away' | 'replaced';
  /** Served by the demo: the wallet may put a persona before the camera. */
  readonly demo: boolean;
}

/** The kiosk's end of the socket to the agent beside it. */
export interface AgentLink extends Disposable {
  readonly state: AgentState;
  subscribe(listener: () => void): () => void;
  send(message: ScreenMessage): void;
  /** False while the frame before has not been seen: no need to encode one. */
  readonly takesFrame: boolean;
  /**
   * Sends one JPEG frame, and when the camera took it (milliseconds) if that is known; false while the one
   * before has not been seen, or nobody listens.
   */
  sendFrame(jpeg: Blob, captured: number | null): boolean;
}

const firstRetryMs = 500;
const lastRetryMs = 8_000;
/** A frame whose answer got lost must not stop the camera for ever. */
const frameAnswerMs = 3_000;

/** The agent's close code for a screen that a newer one replaced. */
const replacedCode = 4001;

const KioskSession = Type.Object({ token: Type.String(), demo: Type.Boolean() });

/** Connects, and connects again whenever the agent was away, waiting a little longer each time. */
export function openAgentLink(): AgentLink {
  const listeners = new Set<() => void>();
  let state: AgentState = {
    screen: null,
    guidance: null,
    cardGuidance: null,
    link: 'connecting',
    demo: false,
  };
  let socket: WebSocket | null = null;
  let closed = false;
  let retryMs = firstRetryMs;
  let retry: number | undefined;
  let frameSentAt: number | null = null;

  const change = (part: Partial<AgentState>) => {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  };

  const hear = (message: AgentMessage) => {
    if (message.type === 'frame-seen') {
      frameSentAt = null;
    } else if (message.type === 'guidance') {
      const { type: _type, ...guidance } = message;
      change({ guidance });
    } else if (message.type === 'card-guidance') {
      change({ cardGuidance: message });
    } else {
      const sameFace = message.screen.name === 'face' && state.screen?.name === 'face';
      const sameCard = message.screen.name === 'show-card' && state.screen?.name === 'show-card';
      change({
        screen: message.screen,
        guidance: sameFace ? state.guidance : null,
        cardGuidance: sameCard ? state.cardGuidance : null,
      });
    }
  };

  const comeBack = () => {
    if (closed) return;
    socket = null;
    frameSentAt = null;
    change({ link: 'away', screen: null, guidance: null, cardGuidance: null });
    retry = window.setTimeout(connect, retryMs);
    retryMs = Math.min(lastRetryMs, retryMs * 2);
  };

  const takesFrame = () =>
    socket?.readyState === WebSocket.OPEN &&
    (frameSentAt === null || performance.now() - frameSentAt >= frameAnswerMs);

  const connect = async () => {
    try {
      const answer = await fetch('/kiosk/session.json', { cache: 'no-store' });
      if (!answer.ok) throw new Error(`session: ${answer.status}`);
      const session: unknown = await answer.json();
      if (!Check(KioskSession, session)) throw new Error('session: not what the kiosk knows');
      const { token, demo } = session;
      if (closed) return;
      const address = new URL('/terminal/socket', location.href);
      address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
      address.searchParams.set('token', token);
      const opened = new WebSocket(address);
      opened.onopen = () => {
        retryMs = firstRetryMs;
        change({ link: 'open', demo });
      };
      opened.onmessage = ({ data }) => {
        if (typeof data !== 'string') return;
        const message: unknown = JSON.parse(data);
        if (Check(AgentMessage, message)) hear(message);
        // Of another version: what it asks for cannot be shown, so nothing old may stay on the screen.
        else opened.close();
      };
      opened.onclose = ({ code }) => {
        if (code === replacedCode)
          change({ link: 'replaced', screen: null, guidance: null, cardGuidance: null });
        else comeBack();
      };
      socket = opened;
    } catch {
      comeBack();
    }
  };

  void connect();
  return {
    get state() {
      return state;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    send(message) {
      if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
    },
    get takesFrame() {
      return takesFrame();
    },
    sendFrame(jpeg, captured) {
      if (socket === null || !takesFrame()) return false;
      frameSentAt = performance.now();
      if (captured !== null) socket.send(JSON.stringify({ type: 'frame', captured } satisfies ScreenMessage));
      socket.send(jpeg);
      return true;
    },
    [Symbol.dispose]() {
      closed = true;
      window.clearTimeout(retry);
      socket?.close();
    },
  };
}
