/** Pads by 80 00 … to whole blocks; always at least one byte (ISO/IEC 9797-1 padding method 2). */
export function padToBlocks(data: Uint8Array, blockLength: number): Uint8Array {
  const padded = new Uint8Array((Math.floor(data.length / blockLength) + 1) * blockLength);
  padded.set(data);
  padded[data.length] = 0x80;
  return padded;
}

/** Length of the data without its padding; undefined when there is none. */
export function unpaddedLength(padded: Uint8Array): number | undefined {
  let at = padded.length - 1;
  while (at >= 0 && padded[at] === 0x00) at -= 1;
  return at >= 0 && padded[at] === 0x80 ? at : undefined;
}
