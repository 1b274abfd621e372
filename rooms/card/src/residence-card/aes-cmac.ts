import { chainBlocks } from './cipher-block-chaining.ts';
import { padToBlocks } from './iso-padding.ts';

const blockLength = 16;

/** AES-128-CMAC (RFC 4493 §2.4), all 16 bytes: node:crypto has none. */
export function aesCmac(key: Uint8Array, data: Uint8Array): Uint8Array {
  const encrypt = (blocks: Uint8Array) =>
    chainBlocks('encrypt', { cipher: 'aes-128-cbc', key, blockLength }, blocks);
  // §2.3: a last block that is whole is masked by the first subkey, a padded one by the second.
  const whole = data.length > 0 && data.length % blockLength === 0;
  const first = doubled(encrypt(new Uint8Array(blockLength)));
  const mask = whole ? first : doubled(first);
  const blocks = whole ? Uint8Array.from(data) : padToBlocks(data, blockLength);
  const start = blocks.length - blockLength;
  for (const [index, byte] of mask.entries()) blocks[start + index] = (blocks[start + index] ?? 0) ^ byte;
  return encrypt(blocks).subarray(start);
}

/** Doubling in GF(2^128) with the polynomial x^128 + x^7 + x^2 + x + 1. */
function doubled(block: Uint8Array): Uint8Array {
  const carry = ((block[0] ?? 0) & 0x80) === 0 ? 0 : 0x87;
  const shifted = Uint8Array.from(block, (byte, index) => (byte << 1) | ((block[index + 1] ?? 0) >> 7));
  shifted[blockLength - 1] = (shifted[blockLength - 1] ?? 0) ^ carry;
  return shifted;
}
