import type { AgentMessage, Screen, ScreenMessage } from '@honnin/terminal/screen-protocol';

/** What the last guidance message said. */
export type Guidance = Omit<Extract<AgentMessage, { type: 'guidance' }>, 'type'>;

/** Everything the kiosk shows comes from here. */
export interface AgentState {
  /** Null until the agent has spoken, and while it is away. */
  readonly screen: Screen | null;
  readonly guidance: Guidance | null;
  readonly link: 'connecting' | 'open' | 'away';
  /** Served by the demo: the wallet may put a persona before the camera. */
  readonly demo: boolean;
}

/** The kiosk's end of the socket to the agent beside it. */
export interface AgentLink extends Disposable {
  readonly state: AgentState;
  subscribe(listener: () => void): () => void;
  send(message: ScreenMessage): void;
  /** Sends one JPEG frame; false while the one before has not been seen, or nobody listens. */
  sendFrame(jpeg: Blob): boolean;
}

const firstRetryMs = 500;
const lastRetryMs = 8_000;
/** A frame whose answer got lost must not stop the camera for ever. */
const frameAnswerMs = 3_000;

interface KioskSession {
  readonly token: string;
  readonly demo: boolean;
}

/** Connects, and connects again whenever the agent was away, waiting a little longer each time. */
export function openAgentLink(): AgentLink {
  const listeners = new Set<() => void>();
  let state: AgentState = { screen: null, guidance: null, link: 'connecting', demo: false };
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
    } else {
      const sameFace = message.screen.name === 'face' && state.screen?.name === 'face';
      change({ screen: message.screen, guidance: sameFace ? state.guidance : null });
    }
  };

  const comeBack = () => {
    if (closed) return;
    socket = null;
    frameSentAt = null;
    change({ link: 'away', screen: null, guidance: null });
    retry = window.setTimeout(connect, retryMs);
    retryMs = Math.min(lastRetryMs, retryMs * 2);
  };

  const connect = async () => {
    try {
      const answer = await fetch('/kiosk/session.json', { cache: 'no-store' });
      if (!answer.ok) throw new Error(`session: ${answer.status}`);
      const { token, demo } = (await answer.json()) as KioskSession;
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
        if (typeof data === 'string') hear(JSON.parse(data) as AgentMessage);
      };
      opened.onclose = comeBack;
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
    sendFrame(jpeg) {
      const waiting = frameSentAt !== null && performance.now() - frameSentAt < frameAnswerMs;
      if (waiting || socket?.readyState !== WebSocket.OPEN) return false;
      frameSentAt = performance.now();
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
