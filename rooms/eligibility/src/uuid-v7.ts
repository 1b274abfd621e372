import type { Random } from './ports.ts';

/** A UUID whose beginning is the time in milliseconds, so that new rows lie together (RFC 9562, 5.7). */
export function uuidV7(at: Date, random: Random): string {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(at.getTime(), 0, 6);
  Buffer.from(random(10)).copy(bytes, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
