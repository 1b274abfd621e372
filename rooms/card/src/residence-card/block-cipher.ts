/** The cipher that a generation of residence cards speaks. Keys are 16 bytes, IVs always 00 … 00. */
export interface BlockCipher {
  readonly blockLength: 8 | 16;
  /** CBC without padding; `data` is whole blocks. */
  encrypt(key: Uint8Array, data: Uint8Array): Uint8Array;
  decrypt(key: Uint8Array, data: Uint8Array): Uint8Array;
  /** Eight bytes over data of any length. */
  mac(key: Uint8Array, data: Uint8Array): Uint8Array;
}
