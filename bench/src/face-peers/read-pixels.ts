import { readFile } from 'node:fs/promises';
import { decodeImage } from '@honnin/face';
import type { Pixels } from './contender.ts';

/** A picture's pixels, or null when the file holds no picture that can be decoded. Throws when there is no file. */
export async function readPixels(file: string): Promise<Pixels | null> {
  const decoded = await decodeImage(new Uint8Array(await readFile(file)));
  if (decoded.status === 'failed') return null;
  const { width, height, data } = decoded.value;
  return { width, height, data: new Uint8Array(data) };
}
