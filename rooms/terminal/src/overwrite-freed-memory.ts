import koffi from 'koffi';

/** malloc.h of glibc. */
const perturb = -6;

/**
 * Has the C library overwrite memory as soon as it is freed, in this process from now on. Node.js reads from a
 * socket into a buffer of its own, copies what came, and frees the buffer as it is: the last pieces of a
 * picture would lie there until the next read. Only glibc offers it: `not-offered` elsewhere.
 */
export function overwriteFreedMemory(): 'done' | 'not-offered' {
  if (process.platform !== 'linux') return 'not-offered';
  try {
    const set = koffi.load('libc.so.6').func('int mallopt(int, int)');
    return set(perturb, 0xa5) === 1 ? 'done' : 'not-offered';
  } catch {
    return 'not-offered';
  }
}
