import { locateTlv, readTlv, readTlvs, writeTlv } from '@honnin/card';
import { type FuzzTarget, mustHold } from '../fuzz-target.ts';

const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));

/** Objects on a card (ISO/IEC 7816-4 §6.3). What was read must be there, byte for byte. */
export const berTlv: FuzzTarget = {
  name: 'ber-tlv',
  samples: async () => [
    hex('ff200aff2107df2204abcdef01ffff'),
    hex('7f2182000a5f4e03aabbcc5f370100'),
    hex('0000df21820100'.padEnd(14 + 512, '5a')),
    hex('3003020105'),
    hex('df8180010161'),
    hex('30845fffffff00'),
  ],
  read: (input) => {
    const all = readTlvs(input);
    if (all.status === 'done') {
      for (const { raw, value, tag } of all.value) {
        mustHold(
          raw.length <= input.length && value.length <= raw.length,
          'an object is longer than its file',
        );
        const again = readTlv(writeTlv(tag, value));
        mustHold(again.status === 'done', 'an object cannot be written and read again');
        mustHold(Buffer.from(again.value.value).equals(value), 'an object changes when written again');
      }
    } else mustHold(all.reason.code === 'card-data-malformed', `reason ${all.reason.code}`);
    const at = locateTlv(input, 0xff20);
    mustHold(at === undefined || at < input.length, 'an object is found behind the end');
  },
};
