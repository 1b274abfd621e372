import { checkOqsFile, type FaceResult, readFaceResult } from '@honnin/exchange';
import { expect } from 'vitest';
import type { Hospital } from './open-hospital.ts';

/** The one new file in the hospital's folder, found to be without fault and read. */
export async function readHandedOver(
  hospital: Hospital,
): Promise<{ readonly name: string; readonly bytes: Uint8Array; readonly result: FaceResult }> {
  const [file, ...more] = await hospital.handedOver();
  if (file === undefined) throw new Error('nothing was handed over');
  expect(more.map(({ name }) => name)).toEqual([]);
  expect(checkOqsFile(file.bytes, file.name)).toMatchObject({ status: 'verified', findings: [] });
  const read = readFaceResult(file.bytes);
  if (read.status === 'failed') throw new Error(`${read.reason.code} ${read.reason.detail ?? ''}`);
  return { ...file, result: read.value };
}
