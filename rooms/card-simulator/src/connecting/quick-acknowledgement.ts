import { createRequire } from 'node:module';
import type { Socket } from 'node:net';

const IPPROTO_TCP = 6;
const TCP_QUICKACK = 12;

/**
 * Makes Linux acknowledge what arrives on this socket at once. The virtual reader writes each message in two
 * small parts; with acknowledgements delayed, Nagle's algorithm holds the second back for 40 ms. The kernel
 * forgets the wish, so call the returned function at the start of every read. Elsewhere, or where the
 * socket's descriptor cannot be had, it does nothing: slower, not wrong.
 */
export function quickAcknowledgement(socket: Socket): () => void {
  if (process.platform !== 'linux') return () => undefined;
  const setOption = loadSetSocketOption();
  if (setOption === null) return () => undefined;
  const on = Buffer.alloc(4);
  on.writeInt32LE(1);
  return () => {
    const descriptor = descriptorOf(socket);
    if (descriptor !== null) setOption(descriptor, IPPROTO_TCP, TCP_QUICKACK, on, on.length);
  };
}

type SetSocketOption = (fd: number, level: number, name: number, value: Buffer, length: number) => number;

function loadSetSocketOption(): SetSocketOption | null {
  try {
    const koffi: typeof import('koffi') = createRequire(import.meta.url)('koffi');
    // The process's own symbols: glibc and musl alike have setsockopt.
    return koffi.load(null).func('int setsockopt(int, int, int, const void *, unsigned int)');
  } catch {
    // No native library for this platform: the card answers with the reader's usual delay.
    return null;
  }
}

/** Node does not document the handle of a socket; it may be gone, or have no descriptor. */
function descriptorOf(socket: Socket): number | null {
  const handle: unknown = Reflect.get(socket, '_handle');
  if (typeof handle !== 'object' || handle === null) return null;
  const fd: unknown = Reflect.get(handle, 'fd');
  return typeof fd === 'number' && fd >= 0 ? fd : null;
}
