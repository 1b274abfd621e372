/** Files are larger than what they hold; the rest reads as FF. */
const grain = 128;

/** Fills a file up to its physical size. */
export function withFiller(content: Uint8Array): Uint8Array {
  const file = new Uint8Array((Math.floor(content.length / grain) + 1) * grain).fill(0xff);
  file.set(content);
  return file;
}
