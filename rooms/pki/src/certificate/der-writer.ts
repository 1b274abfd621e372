import { derTag } from './der-reader.ts';

function lengthOctets(length: number): number[] {
  if (length < 0x80) return [length];
  const octets: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  return [0x80 | octets.length, ...octets];
}

/** One value in DER (X.690 §10): identifier octet, length, and the contents one after the other. */
export function der(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const length = contents.reduce((sum, { length: octets }) => sum + octets, 0);
  const head = Uint8Array.from([tag, ...lengthOctets(length)]);
  return Uint8Array.from(Buffer.concat([head, ...contents]));
}

/** OBJECT IDENTIFIER of a dotted text (X.690 §8.19). */
export function derObjectIdentifier(text: string): Uint8Array {
  const [top = 0, second = 0, ...more] = text.split('.').map(Number);
  const octets = [top * 40 + second, ...more].flatMap((arc) => {
    const groups = [arc % 128];
    for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128))
      groups.unshift((rest % 128) | 0x80);
    return groups;
  });
  return der(derTag.objectIdentifier, Uint8Array.from(octets));
}

/** INTEGER of a serial number as `serialNumberOf` writes it: hexadecimal, with a minus sign where negative. */
export function derSerialNumber(serialNumber: string): Uint8Array {
  const negative = serialNumber.startsWith('-');
  const octets = Buffer.from(negative ? serialNumber.slice(1) : serialNumber, 'hex');
  const sign = !negative && (octets[0] ?? 0) >= 0x80 ? [Uint8Array.of(0)] : [];
  return der(derTag.integer, ...sign, octets);
}

/** GeneralizedTime in whole seconds, as RFC 5280 §4.1.2.5.2 has it. */
export function derGeneralizedTime(date: Date): Uint8Array {
  const text = `${date.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`;
  return der(derTag.generalizedTime, Buffer.from(text, 'latin1'));
}
