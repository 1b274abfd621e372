import { SW } from './status-word.ts';

/** A response APDU of a status word alone. */
export function status(word: number): Uint8Array {
  return Uint8Array.of(word >> 8, word & 0xff);
}

/** A response APDU with data and 9000. */
export function answer(data: Uint8Array): Uint8Array {
  const response = new Uint8Array(data.length + 2);
  response.set(data);
  response[data.length] = SW.ok >> 8;
  return response;
}
