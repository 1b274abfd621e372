import { MY_NUMBER_CARD_LABEL } from '@honnin/card';
import { ascii } from './data-object.ts';

/** JPKI EF 0006: a PKCS #11 CK_TOKEN_INFO of 160 bytes, numbers big-endian. */
export function tokenInfo(serial: string): Uint8Array {
  const numbers = [
    0x040d, // flags: RNG, login required, PIN initialised, token initialised
    1, // sessions: most, now, most for writing, now for writing
    0,
    1,
    0,
    16, // PIN lengths: longest, shortest
    6,
    0xffffffff, // memory: public total and free, private total and free: not told
    0xffffffff,
    0xffffffff,
    0xffffffff,
  ];
  const bytes = Buffer.alloc(numbers.length * 4);
  for (const [index, number] of numbers.entries()) bytes.writeUInt32BE(number, index * 4);
  return Buffer.concat([
    ascii(MY_NUMBER_CARD_LABEL.padEnd(32)),
    ascii('HONNIN SIMULATED CARD'.padEnd(32)),
    ascii('SIMULATED'.padEnd(16)),
    ascii(serial.slice(0, 16).padEnd(16)),
    bytes,
    Uint8Array.of(1, 0, 1, 0), // hardware and firmware version
    ascii(' '.repeat(16)), // utcTime: no clock on the token
  ]);
}
