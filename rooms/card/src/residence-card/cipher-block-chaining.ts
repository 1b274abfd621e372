import { createCipheriv, createDecipheriv } from 'node:crypto';

/** Runs a cipher of node:crypto over whole blocks, without padding, from an IV of zeros. */
export function chainBlocks(
  direction: 'encrypt' | 'decrypt',
  options: { readonly cipher: string; readonly key: Uint8Array; readonly blockLength: number },
  data: Uint8Array,
): Uint8Array {
  const { cipher, key, blockLength } = options;
  if (data.length % blockLength !== 0) throw new RangeError(`${data.length} bytes are not whole blocks`);
  const iv = new Uint8Array(blockLength);
  const machine =
    direction === 'encrypt' ? createCipheriv(cipher, key, iv) : createDecipheriv(cipher, key, iv);
  machine.setAutoPadding(false);
  const out = machine.update(data);
  machine.final();
  return out;
}
