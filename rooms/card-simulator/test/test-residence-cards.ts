import { createTestResidenceCardIssuer, type TestResidenceCardIssuer } from '@honnin/pki';
import { issueTestResidenceCard } from '../src/residence-card/issue-test-residence-card.ts';
import type { ResidenceCardHolder } from '../src/residence-card/residence-card-holder.ts';
import type { ResidenceCardRecord, ResidenceFile } from '../src/residence-card/residence-card-record.ts';
import { sampleResidenceCardHolder } from '../src/residence-card/sample-residence-card-holder.ts';

/** The photo that the sample holder's chip has. */
export const residencePhoto = sampleResidenceCardHolder('first').photo ?? new Uint8Array();

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
      issueTestResidenceCard({ issuer, holder: sampleResidenceCardHolder(generation, changes) }),
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
