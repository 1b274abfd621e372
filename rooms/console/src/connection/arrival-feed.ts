import { Arrival } from '@honnin/reception/staff-api';
import { Type } from 'typebox';
import { Check } from 'typebox/value';
import { upsertArrival } from '../arrivals/upsert-arrival.ts';
import { dayInJapan } from '../dates/time-in-japan.ts';

/**
 * `away`: the line is down, the list shows how things stood at `updatedAt`; `signed-out`: reception wants a
 * name again; `unreadable`: reception speaks another version than this page.
 */
export type LinkState = 'connecting' | 'open' | 'away' | 'signed-out' | 'unreadable';

/** Today's arrivals as last heard. */
interface FeedState {
  /** Null until the first snapshot. */
  readonly arrivals: readonly Arrival[] | null;
  readonly link: LinkState;
  /** When reception was last heard of. */
  readonly updatedAt: Date | null;
}

/** Today's arrivals, live. */
export interface ArrivalFeed extends Disposable {
  readonly state: FeedState;
  subscribe(listener: () => void): () => void;
}

/** What the feed needs of the browser, so that tests can play both line and time. */
export interface FeedSurroundings {
  readonly openStream: () => {
    addEventListener(event: string, listener: (event: Event) => void): void;
    close(): void;
  };
  readonly isSignedIn: () => Promise<'yes' | 'no' | 'unknown'>;
  readonly now: () => Date;
  readonly setTimer: (run: () => void, ms: number) => number;
  readonly clearTimer: (timer: number) => void;
}

const retryMs = 2_000;
/** Reception sends a ping every 15 s; two missed ones mean a dead line that nobody has told us of. */
const silenceMs = 35_000;

/** Listens to `/staff/arrivals/stream`, and connects again whenever the line was down or the day changed. */
export function openArrivalFeed(surroundings: FeedSurroundings): ArrivalFeed {
  const { openStream, isSignedIn, now, setTimer, clearTimer } = surroundings;
  const listeners = new Set<() => void>();
  let state: FeedState = { arrivals: null, link: 'connecting', updatedAt: null };
  let stream: ReturnType<FeedSurroundings['openStream']> | null = null;
  let day = '';
  let timer: number | undefined;
  let closed = false;

  const change = (part: Partial<FeedState>) => {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  };
  const wait = (run: () => void, ms: number) => {
    if (timer !== undefined) clearTimer(timer);
    timer = setTimer(run, ms);
  };
  const hear = (part: Partial<FeedState>) => {
    change({ ...part, link: 'open', updatedAt: now() });
    wait(lose, silenceMs);
  };
  const stop = (link: LinkState) => {
    stream?.close();
    stream = null;
    if (timer !== undefined) clearTimer(timer);
    change({ link });
  };
  const lose = async () => {
    stop('away');
    const signedIn = await isSignedIn();
    if (closed) return;
    if (signedIn === 'no') change({ link: 'signed-out' });
    else wait(connect, retryMs);
  };

  const connect = () => {
    const opened = openStream();
    stream = opened;
    const on = (event: string, run: (data: unknown) => void) =>
      opened.addEventListener(event, (message: Event) => {
        if (stream === opened && message instanceof MessageEvent) run(JSON.parse(String(message.data)));
      });
    on('snapshot', (data) => {
      day = dayInJapan(now());
      if (Check(Type.Array(Arrival), data)) hear({ arrivals: data });
      else stop('unreadable');
    });
    on('arrival', (data) => {
      if (Check(Arrival, data)) hear({ arrivals: upsertArrival(state.arrivals ?? [], data) });
      else stop('unreadable');
    });
    on('ping', () => {
      // After midnight yesterday's people leave the list: a new stream begins with the new day's snapshot.
      if (day !== '' && day !== dayInJapan(now())) {
        opened.close();
        connect();
      } else hear({});
    });
    opened.addEventListener('error', () => {
      if (stream === opened) void lose();
    });
    wait(lose, silenceMs);
  };

  connect();
  return {
    get state() {
      return state;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    [Symbol.dispose]() {
      closed = true;
      stream?.close();
      stream = null;
      if (timer !== undefined) clearTimer(timer);
    },
  };
}
