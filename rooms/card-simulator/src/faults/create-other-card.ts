import { decodeCommand } from '@honnin/card';
import type { VirtualCard } from '../card/virtual-card.ts';

/** Cards that people lay down in place of their My Number card. */
export type OtherCardKind = 'transit-card' | 'driving-licence' | 'credit-card';

interface Answers {
  readonly atr: string;
  /** DF names that it has, with what SELECT answers besides 9000. */
  readonly applications: ReadonlyMap<string, string>;
  /** To a DF name that it does not have. */
  readonly unknownName: number;
  /** To every command but SELECT by name. */
  readonly otherwise: number;
}

const notFound = 0x6a82;
const insUnknown = 0x6d00;
const classUnknown = 0x6e00;

const ascii = (text: string) => Buffer.from(text, 'latin1').toString('hex').toUpperCase();

/** File control information of the payment environment (EMV Book B, 3.3.1), with one entry. */
const paymentEnvironment =
  '6F2C840E325041592E5359532E4444463031A51ABF0C1761154F07A0000000041010500A4D415354455243415244';

const kinds: Readonly<Record<OtherCardKind, Answers>> = {
  // FeliCa has no APDUs: the reader makes up an answer to reset (PC/SC part 3, 3.1.3.2.3.2: SS 11, FeliCa)
  // and refuses what it cannot translate.
  'transit-card': {
    atr: '3B8F8001804F0CA00000030611003B0000000042',
    applications: new Map(),
    unknownName: classUnknown,
    otherwise: classUnknown,
  },
  'driving-licence': {
    atr: '3B88800100000000003381813A',
    applications: new Map(
      ['A0000002310100', 'A0000002310200', 'A0000002480300'].map((name) => [name.padEnd(32, '0'), '']),
    ),
    unknownName: notFound,
    otherwise: insUnknown,
  },
  'credit-card': {
    atr: '3B8E800180318066B1840C016E01830090001C',
    applications: new Map([
      [ascii('2PAY.SYS.DDF01'), paymentEnvironment],
      ['A0000000041010', '6F098407A0000000041010'],
    ]),
    unknownName: notFound,
    otherwise: insUnknown,
  },
};

/** A card of another kind, as far as SELECT tells it apart: its files and its money are not there. */
export function createOtherCard(kind: OtherCardKind): VirtualCard {
  const { atr, applications, unknownName, otherwise } = kinds[kind];
  const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));
  const status = (word: number) => Uint8Array.of(word >> 8, word & 0xff);
  return {
    atr: bytes(atr),
    async transmit(command) {
      const decoded = decodeCommand(command);
      if (decoded.status === 'failed') return status(0x6700);
      const { cla, ins, p1, data } = decoded.value;
      if (cla !== 0x00) return status(classUnknown);
      if (ins !== 0xa4 || p1 !== 0x04) return status(otherwise);
      const name = Buffer.from(data ?? [])
        .toString('hex')
        .toUpperCase();
      const found = applications.get(name);
      return found === undefined ? status(unknownName) : Uint8Array.from([...bytes(found), 0x90, 0x00]);
    },
    reset: () => undefined,
    snapshot() {
      throw new Error(`a ${kind} has no card record`);
    },
  };
}
