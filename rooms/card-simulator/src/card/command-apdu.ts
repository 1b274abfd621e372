import { decodeCommand } from '@honnin/card';

/** A command as the card sees it, with what was left out made plain. */
export interface CommandApdu {
  readonly cla: number;
  readonly ins: number;
  readonly p1: number;
  readonly p2: number;
  /** Empty when the command has none. */
  readonly data: Uint8Array;
  /** Most bytes the reader expects: 1 to 65536; null when the command has no Le. */
  readonly le: number | null;
}

/** Reads the cases of ISO/IEC 7816-3 12.1.3; null for bytes that are none of them. */
export function parseCommand(bytes: Uint8Array): CommandApdu | null {
  const decoded = decodeCommand(bytes);
  if (decoded.status === 'failed') return null;
  const { data, le, ...header } = decoded.value;
  return { ...header, data: data ?? new Uint8Array(), le: le ?? null };
}
