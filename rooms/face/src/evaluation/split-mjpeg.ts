/**
 * Splits JPEG pictures that follow one another (MJPEG) by walking their markers (ISO/IEC 10918-1, B.1.1), so
 * that a picture within a picture's metadata is not taken for a frame. Stops at the first byte that is none.
 */
export function splitMjpeg(bytes: Uint8Array): readonly Uint8Array[] {
  const frames: Uint8Array[] = [];
  let at = 0;
  while (bytes[at] === 0xff && bytes[at + 1] === 0xd8) {
    const end = endOfPicture(bytes, at + 2);
    if (end === null) break;
    frames.push(bytes.subarray(at, end));
    at = end;
  }
  return frames;
}

/** The byte after the end-of-image marker; null when the picture ends early. */
function endOfPicture(bytes: Uint8Array, start: number): number | null {
  let at = start;
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xd9) return at + 2;
    if (marker === 0xff) at += 1;
    else if (marker >= 0xd0 && marker <= 0xd7) at += 2;
    else {
      at += 2 + ((bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0));
      if (marker === 0xda) at = endOfScan(bytes, at);
    }
  }
  return null;
}

/** Entropy-coded data ends at a marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, start: number): number {
  let at = start;
  while (at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
    at += 1;
  }
  return bytes.length;
}
