import { aesCmac } from './aes-cmac.ts';
import type { BlockCipher } from './block-cipher.ts';
import { chainBlocks } from './cipher-block-chaining.ts';

const blockLength = 16;

/** AES-128 in CBC mode, and CMAC cut to eight bytes: cards of the second generation (1.1 Appendix 1). */
export const aes: BlockCipher = {
  blockLength,
  encrypt: (key, data) => chainBlocks('encrypt', { cipher: 'aes-128-cbc', key, blockLength }, data),
  decrypt: (key, data) => chainBlocks('decrypt', { cipher: 'aes-128-cbc', key, blockLength }, data),
  mac: (key, data) => aesCmac(key, data).subarray(0, 8),
};
