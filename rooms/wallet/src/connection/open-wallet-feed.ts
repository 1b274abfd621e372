import { Check } from 'typebox/value';
import { WalletState } from '../wallet-api.ts';

/** How things stand on the tray; `state` is null until the demo has spoken. */
interface WalletFeedState {
  readonly state: WalletState | null;
  readonly link: 'connecting' | 'open' | 'away';
}

export interface WalletFeed extends Disposable {
  readonly current: WalletFeedState;
  subscribe(listener: () => void): () => void;
}

const retryMs = 2_000;

/** Listens to `/wallet/api/events`, and connects again when the demo was restarted. */
export function openWalletFeed(): WalletFeed {
  const listeners = new Set<() => void>();
  let current: WalletFeedState = { state: null, link: 'connecting' };
  let retry: number | undefined;
  let events: EventSource;
  const change = (part: Partial<WalletFeedState>) => {
    current = { ...current, ...part };
    for (const listener of listeners) listener();
  };
  const connect = () => {
    events = new EventSource('/wallet/api/events');
    events.addEventListener('state', ({ data }) => {
      const state: unknown = JSON.parse(String(data));
      if (Check(WalletState, state)) change({ state, link: 'open' });
    });
    events.addEventListener('error', () => {
      events.close();
      change({ link: 'away' });
      window.clearTimeout(retry);
      retry = window.setTimeout(connect, retryMs);
    });
  };
  connect();
  return {
    get current() {
      return current;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    [Symbol.dispose]() {
      window.clearTimeout(retry);
      events.close();
    },
  };
}
