import type { ServerResponse } from 'node:http';
import type { Arrival } from './staff-api.ts';

interface Stream {
  readonly response: ServerResponse;
  readonly snapshot: () => Promise<readonly Arrival[]>;
  readonly subscribe: (listener: (arrival: Arrival) => void) => () => void;
  readonly pingMs: number;
  /** Asked at every ping: the stream ends with the session, whose time may run out while it is open. */
  readonly signedIn: () => Promise<boolean>;
  readonly stop: AbortSignal;
}

/** A console that does not read is let go; it connects again and starts from a snapshot. */
const maximumBacklog = 1024 * 1024;

/**
 * Server-sent events: `snapshot` (today's arrivals), then `arrival` for each change, and `ping`. What changes
 * while the snapshot is being read is sent after it, so nothing is lost in between; an arrival may come twice.
 */
export async function streamArrivals(stream: Stream): Promise<void> {
  const { response } = stream;
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    // Kept alive after its end, the connection would hold up the server's closing.
    connection: 'close',
  });
  let early: Arrival[] | undefined = [];
  const send = (event: string, data: unknown) => {
    // A console that stalls is still there for a while after the end; Node would end the process for a write.
    if (response.writableEnded || response.destroyed) return;
    response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    if (response.writableLength > maximumBacklog) response.destroy();
  };
  const unsubscribe = stream.subscribe((arrival) => {
    if (early === undefined) send('arrival', arrival);
    else early.push(arrival);
  });
  const stop = () => response.end();
  const ping = setInterval(() => {
    stream.signedIn().then(
      (signedIn) => (signedIn ? send('ping', {}) : stop()),
      () => response.destroy(),
    );
  }, stream.pingMs);
  stream.stop.addEventListener('abort', stop);
  response.once('close', () => {
    unsubscribe();
    clearInterval(ping);
    stream.stop.removeEventListener('abort', stop);
  });
  try {
    send('snapshot', await stream.snapshot());
    for (const arrival of early) send('arrival', arrival);
    early = undefined;
    if (stream.stop.aborted) stop();
  } catch {
    // The console connects again by itself.
    response.destroy();
  }
}
