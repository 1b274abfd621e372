import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { loadPeople, type Person, personFile } from './index.ts';

/** The day on which the demo takes place. */
const today = '2026-11-23';
const people = await loadPeople();
const withFace = people.filter((person) => person.card.condition !== 'no-photo');

const ageOn = (birth: string, date: string) =>
  Number(date.slice(0, 4)) - Number(birth.slice(0, 4)) - (date.slice(5) < birth.slice(5) ? 1 : 0);

/** Check digit of an individual number, ordinance no. 85 of 2014 of the Ministry of Internal Affairs, article 5. */
function checkDigit(number: string): number {
  const sum = Array.from({ length: 11 }, (_, index) => {
    const n = index + 1;
    return Number(number[11 - n]) * (n <= 6 ? n + 1 : n - 5);
  }).reduce((a, b) => a + b, 0);
  return sum % 11 <= 1 ? 0 : 11 - (sum % 11);
}

describe('the synthetic people', () => {
  it('are fourteen, of whom one has no photo', () => {
    expect(people).toHaveLength(14);
    expect(withFace).toHaveLength(13);
  });

  it('would pass the check digit where it is right, so that the next test can fail', () => {
    // 123456789018 is the well-formed example that the digits 12345678901 lead to.
    expect(checkDigit('123456789018')).toBe(8);
  });

  it.each(people)('$id has an individual number that can be nobody’s', (person: Person) => {
    expect(checkDigit(person.myNumber)).not.toBe(Number(person.myNumber[11]));
  });

  it.each(people)('$id has a birth date and a card that fit together', (person: Person) => {
    const { expiryDate } = person.card;
    expect(person.birthDate < today).toBe(true);
    expect(expiryDate > today).toBe(true);
    const child = ageOn(person.birthDate, today) < 18;
    expect(ageOn(today, expiryDate)).toBeLessThan(child ? 5 : 10);
    // A foreign resident's card ends with the permission to stay, everyone else's on a birthday.
    if (person.id !== 'nguyen') expect(expiryDate.slice(5)).toBe(person.birthDate.slice(5));
  });

  it.each(people)(
    '$id writes the reading in full-width katakana and the name with a full-width space',
    (person: Person) => {
      expect(person.kana).toMatch(/^[ァ-ヶー]+(　[ァ-ヶー]+)+$/u);
      expect(person.name).toContain('　');
    },
  );

  it('keep the variant characters of a name', () => {
    const watanabe = people.find(({ id }) => id === 'watanabe');
    expect(watanabe?.name).toContain('\u908A\u{E0102}');
    expect(watanabe?.name).toContain('\u{20BB7}');
  });

  it('have a PIN unless the card is one without', () => {
    for (const { card } of people) expect(card.pin === undefined).toBe(card.condition === 'no-pin');
  });

  it('have no two security codes, numbers or names alike', () => {
    for (const of of [(p: Person) => p.card.securityCode, (p: Person) => p.myNumber, (p: Person) => p.name]) {
      expect(new Set(people.map(of)).size).toBe(people.length);
    }
  });

  it.each(withFace)('$id has every listed live picture, 640x480, and no other', async (person: Person) => {
    expect(person.frames.length).toBeGreaterThanOrEqual(20);
    for (const { file } of person.frames) {
      const { format, width, height } = await sharp(personFile(person.id, `live/${file}`)).metadata();
      expect({ file, format, width, height }).toEqual({ file, format: 'jpeg', width: 640, height: 480 });
    }
    const found = await readdir(personFile(person.id, 'live/'));
    expect(found.sort()).toEqual(person.frames.map(({ file }) => file).sort());
  });

  it.each(withFace)('$id has a chip photo in grey JPEG 2000 of a few kilobytes', async (person: Person) => {
    const photo = await readFile(personFile(person.id, 'chip.jp2'));
    expect(photo.subarray(4, 8).toString('latin1')).toBe('jP  ');
    // Image header box (ISO/IEC 15444-1, I.5.3.1): height, width, number of components.
    const header = photo.indexOf('ihdr');
    expect(photo.readUInt32BE(header + 4)).toBe(320);
    expect(photo.readUInt32BE(header + 8)).toBe(240);
    expect(photo.readUInt16BE(header + 12)).toBe(1);
    expect(photo.length).toBeGreaterThan(2000);
    expect(photo.length).toBeLessThan(5000);
  });

  it('leave the infant without photo and frames, but with a printed card', () => {
    const [infant] = people.filter((person) => person.card.condition === 'no-photo');
    expect(infant?.frames).toEqual([]);
    expect(existsSync(personFile('hayashi', 'chip.jp2'))).toBe(false);
    expect(existsSync(personFile('hayashi', 'card-front.png'))).toBe(true);
  });

  it('stay under twelve megabytes together', async () => {
    const folder = personFile('.', 'person.json').replace(/\.\/person\.json$|person\.json$/, '');
    const files = await readdir(folder, { recursive: true, withFileTypes: true });
    const sizes = await Promise.all(
      files.filter((file) => file.isFile()).map((file) => stat(`${file.parentPath}/${file.name}`)),
    );
    expect(sizes.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(12_000_000);
  });
});
