import { type Attempt, done, failed, reason } from '@honnin/outcome';
import { defaultImageLimits, type ImageLimits } from './image-limits.ts';
import { openJpeg2000Codec } from './jpeg-2000-codec.ts';
import { excessOfJpeg2000 } from './jpeg-2000-coding.ts';
import { readJpeg2000Header } from './jpeg-2000-header.ts';
import type { RgbImage } from './rgb-image.ts';

const maximumTiles = 1024;
/** The codec takes four bytes and more for each sample. */
const maximumSamples = 16_000_000;
const untouched = new Uint8Array(65_536);

/**
 * Decodes a JPEG 2000 picture with 8-bit grey or RGB components. The codec answers damaged input in silence
 * or with a picture of another size, so its messages and its frame are held against the header read here.
 * Each call runs in a fresh WebAssembly memory that is overwritten afterwards: no photo stays behind, and a
 * codec that broke on hostile input is not used again.
 */
export async function decodeJpeg2000(
  bytes: Uint8Array,
  limits: ImageLimits = defaultImageLimits,
): Promise<Attempt<RgbImage>> {
  const header = readJpeg2000Header(bytes);
  if (header === null) return failed(reason('image-damaged', 'no JPEG 2000 size segment'));
  const { width, height, components } = header;
  if (
    Math.max(width, height) > limits.maximumSide ||
    width * height > limits.maximumPixels ||
    header.tiles > maximumTiles ||
    width * height * components > maximumSamples
  ) {
    return failed(reason('image-too-large', `${width}x${height}, ${header.tiles} tiles`));
  }
  if (!header.plain || (components !== 1 && components !== 3)) {
    return failed(reason('image-format-unsupported', 'JPEG 2000 that is not 8-bit grey or RGB'));
  }
  const excess = excessOfJpeg2000(bytes, header.start, header);
  if (excess !== null) return failed(reason('image-too-large', excess));
  const complaints: string[] = [];
  const listen = (line: string) => {
    if (/\[(ERROR|WARNING)\]/.test(line)) complaints.push(line);
  };
  const codec = await openJpeg2000Codec(listen);
  try {
    const decoder = new codec.J2KDecoder();
    decoder.getEncodedBuffer(bytes.length).set(bytes);
    decoder.decode();
    const frame = decoder.getFrameInfo();
    const samples = decoder.getDecodedBuffer();
    const whole =
      complaints.length === 0 &&
      frame.width === width &&
      frame.height === height &&
      frame.componentCount === components &&
      frame.bitsPerSample === 8 &&
      samples.length === width * height * components;
    if (!whole) return failed(reason('image-damaged', complaints[0] ?? 'the decoded size differs'));
    return done({ width, height, data: components === 3 ? samples.slice() : greyToRgb(samples) });
  } catch (error) {
    return failed(reason('image-damaged', error instanceof Error ? error.name : 'codec stopped'));
  } finally {
    wipeMemory(codec.HEAPU8);
  }
}

function greyToRgb(grey: Uint8Array): Uint8Array {
  const data = new Uint8Array(grey.length * 3);
  for (let i = 0, o = 0; i < grey.length; i++) {
    const v = grey[i] ?? 0;
    data[o++] = v;
    data[o++] = v;
    data[o++] = v;
  }
  return data;
}

/** Overwrites what was written to; the codec's memory is 50 MB of which a chip photo uses a few. */
function wipeMemory(memory: Uint8Array): void {
  for (let at = 0; at < memory.length; at += untouched.length) {
    const part = memory.subarray(at, at + untouched.length);
    if (Buffer.compare(part, untouched.subarray(0, part.length)) !== 0) part.fill(0);
  }
}
