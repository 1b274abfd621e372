import { AsnConvert } from '@peculiar/asn1-schema';
import { Time } from '@peculiar/asn1-x509';
import { Integer, ObjectIdentifier } from 'asn1js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitsOf, objectIdentifierOf, serialNumberOf, smallNumberOf, takeTime } from './der-primitives.ts';
import { DerReader, derTag, onlyDer } from './der-reader.ts';

const octets = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));

describe('DER values', () => {
  it('agree with another encoder about object identifiers', () => {
    const arc = fc.nat(2 ** 30);
    fc.assert(
      fc.property(
        fc.nat(2),
        fc.nat(39),
        fc.array(arc, { minLength: 1, maxLength: 6 }),
        (top, second, arcs) => {
          const value = [top, second, ...arcs].join('.');
          const der = new Uint8Array(new ObjectIdentifier({ value }).toBER());
          expect(objectIdentifierOf(onlyDer(der, derTag.objectIdentifier))).toBe(value);
        },
      ),
    );
  });

  it('read object identifiers whose arcs are UUIDs', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 128n - 1n }), (arc) => {
        const groups = [Number(arc % 128n)];
        for (let rest = arc / 128n; rest > 0n; rest /= 128n) groups.unshift(Number(rest % 128n) | 0x80);
        expect(objectIdentifierOf(Uint8Array.from([0x69, ...groups]))).toBe(`2.25.${arc}`);
      }),
    );
  });

  it('agree with another encoder about numbers', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 31 - 1), (value) => {
        const der = new Uint8Array(new Integer({ value }).toBER());
        expect(smallNumberOf(onlyDer(der, derTag.integer))).toBe(value);
      }),
    );
  });

  it('agree with another encoder about times of both kinds', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1950-01-01'), max: new Date('2150-01-01'), noInvalidDate: true }),
        (date) => {
          const der = new Uint8Array(AsnConvert.serialize(new Time(date)));
          expect(takeTime(new DerReader(der)).getTime()).toBe(Math.floor(date.getTime() / 1000) * 1000);
        },
      ),
    );
  });

  it.each([
    ['without seconds', '170b323630363031303030305a'],
    ['with another zone', '1711323630363031303030303030 2b30393030'.replace(' ', '')],
    ['of a day that does not exist', '170d3236303233303030303030305a'],
    ['with fractions', '18113230323630363031303030303030 2e355a'.replace(' ', '')],
  ])('refuse a time %s', (_, hex) => {
    expect(() => takeTime(new DerReader(octets(hex)))).toThrow('time');
  });

  it.each([
    ['an indefinite length', '3080'],
    ['a length longer than needed', '308100'],
    ['a length of five octets', '30850000000001'],
    ['a high tag number', '1f2000'],
    ['a torn value', '300201'],
    ['octets after the end', '300000'],
  ])('refuse %s', (_, hex) => {
    expect(() => onlyDer(octets(hex), derTag.sequence)).toThrow();
  });

  it('keep positive and negative serial numbers apart', () => {
    expect(serialNumberOf(octets('00ff'))).toBe('ff');
    expect(serialNumberOf(octets('ff'))).toBe('-ff');
    expect(serialNumberOf(octets('00'))).toBe('00');
  });

  it('number bits from the first', () => {
    expect([...bitsOf(octets('0780'))]).toEqual([0]);
    expect([...bitsOf(octets('070080'))]).toEqual([8]);
    expect(() => bitsOf(octets('0801'))).toThrow('bit string');
  });
});
