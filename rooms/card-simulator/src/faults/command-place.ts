import { parseCommand } from '../card/command-apdu.ts';

/** Where a command meets the card: what was selected when it came, and what it is. */
export interface CommandPlace {
  /** From 1, since the card was laid down. */
  readonly number: number;
  readonly ins: number;
  /** DF name in hexadecimal; null until an application has been selected. */
  readonly application: string | null;
  /** Four hexadecimal digits; null when no file is selected. */
  readonly file: string | null;
  /** Of READ BINARY only: where it begins to read. */
  readonly offset: number | null;
  /** Bytes of its data field. */
  readonly dataBytes: number;
}

/** Follows what is selected from the outside, by commands and status words alone. */
export interface SelectionFollower {
  /** The place of a command that is about to be sent. */
  placeOf(command: Uint8Array): CommandPlace;
  /** Takes note of what the card made of it. */
  heed(command: Uint8Array, response: Uint8Array): void;
  /** The card has lost its power. */
  reset(): void;
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex').toUpperCase();
const idOf = (shortIdentifier: number) => hex(Uint8Array.of(0, shortIdentifier));

/** Follows one card; `number` counts on over resets. */
export function followSelection(): SelectionFollower {
  let number = 0;
  let application: string | null = null;
  let file: string | null = null;

  /** The file that the command itself names by a short identifier, else the selected one. */
  const fileOf = (ins: number, p1: number, p2: number): string | null => {
    if (ins === 0xb0 && (p1 & 0x80) !== 0) return idOf(p1 & 0x1f);
    if ((ins === 0x20 || ins === 0x2a) && (p2 & 0x80) !== 0 && (p2 & 0x1f) !== 0) return idOf(p2 & 0x1f);
    return file;
  };

  return {
    placeOf(bytes) {
      number += 1;
      const command = parseCommand(bytes);
      if (command === null)
        return { number, ins: bytes[1] ?? 0, application, file, offset: null, dataBytes: 0 };
      const { ins, p1, p2, data } = command;
      const selects = ins === 0xa4;
      const offset = ins !== 0xb0 ? null : (p1 & 0x80) === 0 ? p1 * 0x100 + p2 : p2;
      return {
        number,
        ins,
        application: selects && p1 === 0x04 ? hex(data) : application,
        file: selects ? (p1 === 0x02 ? hex(data) : null) : fileOf(ins, p1, p2),
        offset,
        dataBytes: data.length,
      };
    },
    heed(bytes, response) {
      const command = parseCommand(bytes);
      if (command === null || response.at(-2) !== 0x90) return;
      const { ins, p1, p2, data } = command;
      if (ins === 0xa4 && p1 === 0x04) {
        application = hex(data);
        file = null;
      } else if (ins === 0xa4 && p1 === 0x02) file = hex(data);
      else file = fileOf(ins, p1, p2);
    },
    reset() {
      application = null;
      file = null;
    },
  };
}
