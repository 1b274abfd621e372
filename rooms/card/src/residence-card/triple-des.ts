import type { BlockCipher } from './block-cipher.ts';
import { chainBlocks } from './cipher-block-chaining.ts';
import { padToBlocks } from './iso-padding.ts';

const blockLength = 8;

/** Two-key triple DES in CBC mode, and the retail MAC: cards of the first generation (1.5 Appendix 1). */
export const tripleDes: BlockCipher = {
  blockLength,
  encrypt: (key, data) => chainBlocks('encrypt', { cipher: 'des-ede-cbc', key, blockLength }, data),
  decrypt: (key, data) => chainBlocks('decrypt', { cipher: 'des-ede-cbc', key, blockLength }, data),
  mac: retailMac,
};

/**
 * ISO/IEC 9797-1 MAC algorithm 3: single DES with the first half of the key over all blocks, and triple DES on
 * the last. OpenSSL 3 keeps single DES apart, so it is triple DES with two equal halves.
 */
function retailMac(key: Uint8Array, data: Uint8Array): Uint8Array {
  const padded = padToBlocks(data, blockLength);
  const first = key.subarray(0, blockLength);
  const single = Buffer.concat([first, first]);
  const before = padded.subarray(0, -blockLength);
  const chained = chainBlocks('encrypt', { cipher: 'des-ede-cbc', key: single, blockLength }, before);
  const last = padded.slice(-blockLength);
  const previous = chained.subarray(-blockLength);
  for (const [index, byte] of previous.entries()) last[index] = (last[index] ?? 0) ^ byte;
  return chainBlocks('encrypt', { cipher: 'des-ede-cbc', key, blockLength }, last);
}
