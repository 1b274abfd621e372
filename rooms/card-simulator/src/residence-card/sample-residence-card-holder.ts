import type { ResidenceCardHolder } from './residence-card-holder.ts';

const filler = (length: number, seed: number) => Array.from({ length }, (_, index) => (index * seed) & 0xff);

/** Begins as a JP2 file and ends as its codestream does; its inside is no picture. */
const photo = Uint8Array.from([
  ...[0, 0, 0, 0x0c, 0x6a, 0x50, 0x20, 0x20, 0x0d, 0x0a, 0x87, 0x0a],
  ...filler(2_600, 31),
  ...[0xff, 0xd9],
]);

/** Begins as a TIFF file. */
const tiff = (length: number) => Uint8Array.from([0x49, 0x49, 0x2a, 0x00, ...filler(length, 7)]);

/**
 * An invented foreign resident for trying things out (card number AB12345678CD). Photo and images have the
 * size of real ones, and show nothing, unless others are given.
 */
export function sampleResidenceCardHolder(
  generation: ResidenceCardHolder['generation'],
  changes: Partial<ResidenceCardHolder> = {},
): ResidenceCardHolder {
  return {
    id: 'sample',
    name: 'TURNER ELIZABETH',
    number: 'AB12345678CD',
    birthDate: '1985-12-31',
    sex: '2',
    nationality: 'USA',
    status: '1111',
    period: '0403',
    expiryDate: '2029-10-20',
    address: '東京都見本区見本町１丁目２番３号',
    municipalityCode: '139999',
    photo,
    image: tiff(generation === 'first' ? 5_000 : 1_500),
    addressImage: tiff(900),
    generation,
    ...changes,
  };
}
