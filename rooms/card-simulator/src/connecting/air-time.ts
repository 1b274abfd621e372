/** How fast the reader and a contactless card talk, and how long the chip takes for itself. */
export interface AirTime {
  /** 106_000, 212_000, 424_000 or 847_000 in practice (ISO/IEC 14443-3). */
  readonly bitsPerSecond: number;
  /** Time the chip itself needs for each command, in milliseconds; 0 when left out. */
  readonly chipMs?: number;
}

/** One start bit, eight data bits, one stop bit (ISO/IEC 14443-3 7.1.1, type B). */
const bitsPerCharacter = 10;
/** Prologue (PCB) and CRC of a block (ISO/IEC 14443-4 7.1). */
const blockOverhead = 3;
/** Information bytes in a frame of 256 bytes (FSD/FSC code 8). */
const blockPayload = 253;
/** SOF, EOF and guard times around a frame, in bits (ISO/IEC 14443-3 7.1.3 to 7.1.6, lower bounds added up). */
const frameBits = 32;

/**
 * Milliseconds that a command and its response spend on the air, as blocks of ISO/IEC 14443-4: long ones
 * are chained, and each chained block is acknowledged.
 */
export function airTimeMs(air: AirTime, commandBytes: number, responseBytes: number): number {
  const bits = [commandBytes, responseBytes].reduce((sum, bytes) => {
    const blocks = Math.max(1, Math.ceil(bytes / blockPayload));
    const characters = bytes + blocks * blockOverhead + (blocks - 1) * blockOverhead;
    return sum + characters * bitsPerCharacter + (2 * blocks - 1) * frameBits;
  }, 0);
  return (bits * 1000) / air.bitsPerSecond + (air.chipMs ?? 0);
}
