/**
 * A serial number in lower-case hexadecimal, without a sign octet. Negative numbers, which RFC 5280 §4.1.2.2
 * asks readers to bear with, keep a minus sign before their two's complement, so that no two numbers meet.
 */
export function readSerialNumber(content: ArrayBuffer): string {
  const hex = Buffer.from(content).toString('hex');
  if (hex === '') throw new Error('empty serial number');
  if (/^[89a-f]/.test(hex)) return `-${hex}`;
  return hex.replace(/^(00)+(?=..)/, '');
}
