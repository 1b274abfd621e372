import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

/** Bytes that must not be there, under the name of what they are part of. */
export interface Needle {
  readonly of: string;
  readonly bytes: Uint8Array;
}

const pieceBytes = 16 * 1024 * 1024;
const longestNeedle = 256;
const fewNeedles = 8;

/**
 * Slices of `bytes` that nothing else would hold by chance: spread evenly, `length` long, with many different
 * values in each.
 */
export function needlesOf(of: string, bytes: Uint8Array, length: number, count: number): Needle[] {
  const needles: Needle[] = [];
  const step = Math.max(1, Math.floor((bytes.length - length) / (count * 8)));
  for (let at = 0; at + length <= bytes.length && needles.length < count; at += step) {
    const slice = bytes.slice(at, at + length);
    if (new Set(slice).size < length / 3) continue;
    needles.push({ of, bytes: slice });
    at += step * 7;
  }
  if (needles.length === 0) throw new Error(`nothing telling in ${of}`);
  return needles;
}

/**
 * Reads all memory of a process that it can have written to and that a core file of it would hold (the mappings
 * of /proc/PID/maps) and answers how many different needles of each kind are in it.
 */
export function searchMemory(processId: number, needles: readonly Needle[]): Record<string, number> {
  const search = needles.length > fewNeedles ? createSearch(needles) : createSearchForFew(needles);
  const memory = openSync(`/proc/${processId}/mem`, 'r');
  const piece = Buffer.alloc(pieceBytes);
  try {
    for (const line of readFileSync(`/proc/${processId}/maps`, 'latin1').split('\n')) {
      const [, from = '', to = '', rights = '', name = ''] =
        /^([0-9a-f]+)-([0-9a-f]+) (\S+) \S+ \S+ \S+\s*(.*)$/.exec(line) ?? [];
      if (!rights.startsWith('rw') || name.startsWith('[v')) continue;
      const end = BigInt(`0x${to}`);
      for (let at = BigInt(`0x${from}`); at < end; at += BigInt(pieceBytes - longestNeedle)) {
        const wanted = Number(end - at < BigInt(pieceBytes) ? end - at : BigInt(pieceBytes));
        let length = 0;
        try {
          length = readSync(memory, piece, 0, wanted, at);
        } catch {
          break; // Pages of a device, or that were never there.
        }
        search.look(piece, length);
        if (wanted < pieceBytes) break;
      }
    }
  } finally {
    piece.fill(0);
    closeSync(memory);
  }
  return search.found();
}

function createSearch(needles: readonly Needle[]) {
  // By four telling bytes of each; a table of the first two sorts out nearly everything at once.
  const byProbe = new Map<number, { readonly needle: Needle; readonly before: number }[]>();
  const probes = new Uint8Array(65_536);
  for (const needle of needles) {
    const before = tellingOffset(needle.bytes);
    const [a = 0, b = 0, c = 0, d = 0] = needle.bytes.subarray(before);
    probes[a | (b << 8)] = 1;
    const probe = (a | (b << 8) | (c << 16) | (d << 24)) >>> 0;
    byProbe.set(probe, [...(byProbe.get(probe) ?? []), { needle, before }]);
  }
  const hits = new Set<Needle>();
  return {
    look(piece: Buffer, length: number) {
      for (let at = 0; at + 4 <= length; at++) {
        if (probes[(piece[at] ?? 0) | ((piece[at + 1] ?? 0) << 8)] === 0) continue;
        for (const { needle, before } of byProbe.get(piece.readUInt32LE(at)) ?? []) {
          const { bytes } = needle;
          const start = at - before;
          if (start < 0 || start + bytes.length > length || hits.has(needle)) continue;
          if (piece.compare(bytes, 0, bytes.length, start, start + bytes.length) === 0) hits.add(needle);
        }
      }
    },
    found: () => count(needles, hits),
  };
}

/** Where four bytes that differ from one another and from zero begin; doubles, for one, are half zeros. */
function tellingOffset(bytes: Uint8Array): number {
  for (let at = 0; at + 4 <= bytes.length; at++) {
    const four = bytes.subarray(at, at + 4);
    if (!four.includes(0) && new Set(four).size === 4) return at;
  }
  return 0;
}

function createSearchForFew(needles: readonly Needle[]) {
  const hits = new Set<Needle>();
  return {
    look(piece: Buffer, length: number) {
      const part = piece.subarray(0, length);
      for (const needle of needles)
        if (part.includes(Buffer.from(needle.bytes.buffer, needle.bytes.byteOffset, needle.bytes.length)))
          hits.add(needle);
    },
    found: () => count(needles, hits),
  };
}

function count(needles: readonly Needle[], hits: ReadonlySet<Needle>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { of } of needles) counts[of] ??= 0;
  for (const { of } of hits) counts[of] = (counts[of] ?? 0) + 1;
  return counts;
}
