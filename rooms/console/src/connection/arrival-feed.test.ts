import { describe, expect, it } from 'vitest';
import { sampleArrival } from '../gallery/sample-arrivals.ts';
import { type FeedSurroundings, openArrivalFeed } from './arrival-feed.ts';

class Line extends EventTarget {
  closed = false;
  close() {
    this.closed = true;
  }
  say(event: string, data: unknown) {
    this.dispatchEvent(new MessageEvent(event, { data: JSON.stringify(data) }));
  }
}

function play(signedIn: 'yes' | 'no' | 'unknown' = 'yes') {
  const lines: Line[] = [];
  const timers = new Map<number, () => void>();
  let last = 0;
  let now = new Date('2026-11-24T00:00:00Z');
  const surroundings: FeedSurroundings = {
    openStream() {
      const line = new Line();
      lines.push(line);
      return line;
    },
    isSignedIn: async () => signedIn,
    now: () => now,
    setTimer(run) {
      last += 1;
      timers.set(last, run);
      return last;
    },
    clearTimer: (timer) => void timers.delete(timer),
  };
  const feed = openArrivalFeed(surroundings);
  return {
    feed,
    lines,
    line: () => lines.at(-1) ?? new Line(),
    /** Lets the time come that is being waited for. */
    async elapse() {
      const due = [...timers.values()];
      timers.clear();
      for (const run of due) run();
      await Promise.resolve();
      await Promise.resolve();
    },
    setNow(instant: string) {
      now = new Date(instant);
    },
  };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('the arrival feed', () => {
  it('shows the snapshot and then every change', () => {
    const { feed, line } = play();
    expect(feed.state.arrivals).toBeNull();
    line().say('snapshot', []);
    expect(feed.state).toMatchObject({ arrivals: [], link: 'open' });
    const arrival = sampleArrival({ visitId: 'a' });
    line().say('arrival', arrival);
    expect(feed.state.arrivals).toEqual([arrival]);
  });

  it('keeps what it knows and says that the line is down, then comes back by itself', async () => {
    const { feed, line, lines, elapse } = play();
    const arrival = sampleArrival({ visitId: 'a' });
    line().say('snapshot', [arrival]);
    line().dispatchEvent(new Event('error'));
    await settle();
    expect(feed.state).toMatchObject({ arrivals: [arrival], link: 'away' });
    expect(lines).toHaveLength(1);
    await elapse();
    expect(lines).toHaveLength(2);
    line().say('snapshot', []);
    expect(feed.state).toMatchObject({ arrivals: [], link: 'open' });
  });

  it('notices a line that is silent without having closed', async () => {
    const { feed, line, elapse } = play();
    line().say('snapshot', []);
    await elapse();
    expect(feed.state.link).toBe('away');
    expect(line().closed).toBe(true);
  });

  it('asks for the name again when the session has ended', async () => {
    const { feed, line } = play('no');
    line().dispatchEvent(new Event('error'));
    await settle();
    expect(feed.state.link).toBe('signed-out');
  });

  it('starts a new day with an empty list', () => {
    const { line, lines, setNow } = play();
    line().say('snapshot', [sampleArrival({ visitId: 'a' })]);
    setNow('2026-11-24T15:00:01Z');
    line().say('ping', {});
    expect(lines).toHaveLength(2);
    expect(lines[0]?.closed).toBe(true);
  });

  it('does not show what it cannot read', () => {
    const { feed, line } = play();
    line().say('snapshot', [{ visitId: 'a' }]);
    expect(feed.state).toMatchObject({ arrivals: null, link: 'unreadable' });
  });

  it('lets the line go when it is disposed', () => {
    const { feed, line } = play();
    feed[Symbol.dispose]();
    expect(line().closed).toBe(true);
  });
});
