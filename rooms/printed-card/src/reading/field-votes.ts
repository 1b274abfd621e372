import type { PrintedField, PrintedFields } from '../fields/printed-fields.ts';

/** What pictures said so far of each field. */
export interface FieldVotes {
  add(fields: PrintedFields): void;
  /**
   * The value that `frames` pictures agreed on, and at least as many more than on any other; null while there is
   * none. A card that was swapped for another in mid-reading, or a letter that is read one way and then another,
   * settles nothing.
   */
  settled(field: PrintedField, frames: number): string | null;
}

export function createFieldVotes(): FieldVotes {
  const counts: Record<PrintedField, Map<string, number>> = {
    birthDate: new Map(),
    expiryDate: new Map(),
    securityCode: new Map(),
  };
  return {
    add(fields) {
      for (const field of ['birthDate', 'expiryDate', 'securityCode'] as const) {
        const value = fields[field];
        if (value !== null) counts[field].set(value, (counts[field].get(value) ?? 0) + 1);
      }
    },
    settled(field, frames) {
      const [best, next] = [...counts[field]].sort(([, a], [, b]) => b - a);
      return best !== undefined && best[1] - (next?.[1] ?? 0) >= frames ? best[0] : null;
    },
  };
}
