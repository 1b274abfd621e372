/** What the markers of a JPEG say (ISO/IEC 10918-1, Annex B). */
export interface JpegHeader {
  readonly width: number;
  readonly height: number;
  readonly components: number;
  readonly coding: 'huffman' | 'arithmetic';
  /** Scans that the picture is sent in: one to four for a baseline picture, about ten for a progressive one. */
  readonly scans: number;
}

const marker = { soi: 0xd8, eoi: 0xd9, sos: 0xda, dht: 0xc4, jpg: 0xc8, dac: 0xcc } as const;

/** Walks all segments, without decoding anything. Null when there is no readable frame header. */
export function readJpegHeader(bytes: Uint8Array): JpegHeader | null {
  if (bytes[0] !== 0xff || bytes[1] !== marker.soi) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let frame: Omit<JpegHeader, 'scans'> | null = null;
  let scans = 0;
  for (let at = 2; at + 4 <= bytes.length; ) {
    const code = bytes[at] === 0xff ? (bytes[at + 1] ?? 0) : 0;
    // Between segments: entropy-coded data, fill bytes, and markers that stand alone.
    if (code === 0 || code === 0xff || (code >= 0xd0 && code <= marker.soi) || code === 0x01) {
      at = nextMarker(bytes, at + (code === 0xff ? 0 : 1));
      continue;
    }
    if (code === marker.eoi) break;
    if (isFrameHeader(code) && frame === null) {
      if (at + 10 > bytes.length) return null;
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
      if (width === 0 || height === 0) return null;
      const coding = code >= 0xc9 ? 'arithmetic' : 'huffman';
      frame = { width, height, components: view.getUint8(at + 9), coding };
    }
    if (code === marker.sos) scans++;
    at += 2 + view.getUint16(at + 2);
  }
  return frame === null ? null : { ...frame, scans };
}

const isFrameHeader = (code: number) =>
  code >= 0xc0 && code <= 0xcf && code !== marker.dht && code !== marker.jpg && code !== marker.dac;

/** The next 0xff from `at` on; the codec's own search, which is a hundred times as fast as a loop here. */
function nextMarker(bytes: Uint8Array, at: number): number {
  let found = bytes.indexOf(0xff, at);
  while (found !== -1 && bytes[found + 1] === 0) found = bytes.indexOf(0xff, found + 2);
  // A second 0xff in a row is fill: the marker begins with the last of them.
  while (found !== -1 && bytes[found + 1] === 0xff) found++;
  return found === -1 ? bytes.length : found;
}

/** Every scan is a pass over the whole picture. */
const maximumScans = 64;
const maximumScannedPixels = 600_000_000;
/** A block of 8x8 takes a bit at least in Huffman coding: less data than that is no picture of this size. */
const pixelsPerByte = 512;

/** Why a picture whose size is within the limits would still take more time than it is worth; null when it would not. */
export function excessOfJpeg(header: JpegHeader, byteLength: number): string | null {
  const { width, height, scans } = header;
  const pixels = width * height;
  if (scans > maximumScans || scans * pixels > maximumScannedPixels)
    return `${scans} scans of ${pixels} pixels`;
  if (header.coding === 'huffman' && pixels > pixelsPerByte * byteLength) {
    return `${pixels} pixels in ${byteLength} bytes`;
  }
  return null;
}
