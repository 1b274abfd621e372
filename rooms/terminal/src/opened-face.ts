import type { VisitMemory } from './visit-memory.ts';

/** What a face attempt compares with, and whose tries it spends; to lack either is a bug. */
export function openedFace(memory: VisitMemory): {
  readonly photo: Uint8Array;
  readonly fingerprint: string;
} {
  const photo = memory.cardFace?.verified.photo;
  const fingerprint = memory.session?.certificate.fingerprint;
  if (photo === null || photo === undefined || fingerprint === undefined) {
    throw new Error('no verified chip photo');
  }
  return { photo, fingerprint };
}
