import { createTestResidenceCardIssuer, type TestResidenceCardIssuer } from '@honnin/pki';
import { issueTestResidenceCard } from '../src/residence-card/issue-test-residence-card.ts';
import type { ResidenceCardHolder } from '../src/residence-card/residence-card-holder.ts';
import type { ResidenceCardRecord, ResidenceFile } from '../src/residence-card/residence-card-record.ts';

const filler = (length: number, seed: number) => Array.from({ length }, (_, index) => (index * seed) & 0xff);

/** Begins as a JP2 file and ends as its codestream does; its inside is no picture. */
export const residencePhoto = Uint8Array.from([
  ...[0, 0, 0, 0x0c, 0x6a, 0x50, 0x20, 0x20, 0x0d, 0x0a, 0x87, 0x0a],
  ...filler(2_600, 31),
  ...[0xff, 0xd9],
]);

/** Begins as a TIFF file. */
const tiff = (length: number) => Uint8Array.from([0x49, 0x49, 0x2a, 0x00, ...filler(length, 7)]);

export function testResidenceHolder(
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
    photo: residencePhoto,
    image: tiff(generation === 'first' ? 5_000 : 1_500),
    addressImage: tiff(900),
    generation,
    ...changes,
  };
}

/** One issuer for a whole test file. */
export interface TestResidenceCards {
  readonly issuer: TestResidenceCardIssuer;
  issue(
    generation: ResidenceCardHolder['generation'],
    changes?: Partial<ResidenceCardHolder>,
  ): ResidenceCardRecord;
}

export async function createTestResidenceCards(): Promise<TestResidenceCards> {
  const issuer = await createTestResidenceCardIssuer({ now: new Date('2026-11-20T09:00:00Z') });
  return {
    issuer,
    issue: (generation, changes) =>
      issueTestResidenceCard({ issuer, holder: testResidenceHolder(generation, changes) }),
  };
}

/** The card with one file's bytes changed. */
export function withFile(
  record: ResidenceCardRecord,
  place: Pick<ResidenceFile, 'folder' | 'id'>,
  change: (content: Buffer) => Uint8Array,
): ResidenceCardRecord {
  return {
    ...record,
    files: record.files.map((file) =>
      file.folder === place.folder && file.id === place.id
        ? { ...file, content: Buffer.from(change(Buffer.from(file.content, 'base64'))).toString('base64') }
        : file,
    ),
  };
}
