import { expect, it } from 'vitest';
import type { PrintedFields } from '../fields/printed-fields.ts';
import { startPrintReading } from './print-reading.ts';
import type { FrameReader } from './read-frame.ts';

const image = { width: 64, height: 64, data: new Uint8Array(3 * 64 * 64).fill(120) };
const card: PrintedFields = { birthDate: '1984-05-12', expiryDate: '2033-05-12', securityCode: '4821' };

/** Shows these fields, one picture after the other. */
function play(shown: readonly Partial<PrintedFields>[]) {
  const nothing = { birthDate: null, expiryDate: null, securityCode: null };
  const left = [...shown];
  const reader: FrameReader = {
    read: async () => ({
      fields: { ...nothing, ...left.shift() },
      lines: [],
      unsure: false,
      otherSide: false,
      codePlace: null,
      turned: false,
    }),
    wipe: () => undefined,
  };
  const reading = startPrintReading(reader, '2026-11-24');
  return async () => {
    const sights = [];
    for (const _ of shown) sights.push(await reading.see(image));
    return sights.map((sight) => (sight.status === 'read' ? sight.number : null));
  };
}

const read = { birthDate: '1984-05-12', expiryYear: 2033, securityCode: '4821' };

it('is read when two pictures agree on all three parts', async () => {
  expect(await play([card, card])()).toEqual([null, read]);
});

it('puts the parts together out of pictures of which none shows them all', async () => {
  const { birthDate, expiryDate, securityCode } = card;
  const half = [{ birthDate, expiryDate }, { securityCode }];
  expect((await play([...half, ...half])()).at(-1)).toEqual(read);
});

it('one letter read differently in one picture is outvoted, never guessed', async () => {
  const misread = { ...card, securityCode: '4827' };
  expect(await play([misread, card, card, card])()).toEqual([null, null, null, read]);
});

it('dates that cannot stand on one card count for nothing', async () => {
  const impossible = { ...card, expiryDate: '2093-05-12' };
  expect(await play([impossible, impossible, impossible])()).toEqual([null, null, null]);
});

it('dates that do not confirm each other, as of a resident whose stay ends, need three pictures', async () => {
  const resident = { ...card, expiryDate: '2028-04-15' };
  expect(await play([resident, resident, resident])()).toEqual([null, null, { ...read, expiryYear: 2028 }]);
});
