import type { ServerResponse } from 'node:http';

/** A server-sent event stream to any number of pages (HTML Living Standard, 9.2). */
export interface EventStream extends Disposable {
  /** Answers one request with the stream; the first event is sent at once. */
  open(response: ServerResponse, first: { readonly event: string; readonly data: unknown }): void;
  send(event: string, data: unknown): void;
}

const line = (event: string, data: unknown) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

/** Opens a stream that also sends a `ping` every `pingMs`, so that dead connections are noticed. */
export function openEventStream(options: { readonly pingMs: number }): EventStream {
  const pages = new Set<ServerResponse>();
  const ping = setInterval(() => {
    for (const page of pages) page.write(line('ping', {}));
  }, options.pingMs);
  ping.unref();
  return {
    open(response, first) {
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        connection: 'keep-alive',
      });
      response.write(line(first.event, first.data));
      pages.add(response);
      response.on('close', () => pages.delete(response));
    },
    send(event, data) {
      for (const page of pages) page.write(line(event, data));
    },
    [Symbol.dispose]() {
      clearInterval(ping);
      for (const page of pages) page.end();
      pages.clear();
    },
  };
}
