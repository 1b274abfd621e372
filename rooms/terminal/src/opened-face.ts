import type { VisitMemory } from './visit-memory.ts';

/** Whose tries of the face are counted; null before the card has told who it is. */
export function triedCard({ session, residenceCard }: VisitMemory): string | null {
  if (session !== null) return session.certificate.fingerprint;
  // What the issuer signed is the same however often the card, or a copy of it, is laid down.
  return residenceCard === null ? null : Buffer.from(residenceCard.verified.digest).toString('hex');
}

/** What a face attempt compares with, and whose tries it spends; to lack either is a bug. */
export function openedFace(memory: VisitMemory): {
  readonly photo: Uint8Array;
  readonly fingerprint: string;
} {
  const photo = (memory.cardFace ?? memory.residenceCard)?.verified.photo;
  const fingerprint = triedCard(memory);
  if (photo === null || photo === undefined || fingerprint === null) {
    throw new Error('no verified chip photo');
  }
  return { photo, fingerprint };
}
