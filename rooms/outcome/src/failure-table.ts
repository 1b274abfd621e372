/** Who can do something about a failure. */
export type Actor = 'patient' | 'staff' | 'device' | 'network' | 'issuer' | 'developer';

/** A text in every language that the failure-code book is printed in. */
export interface BilingualText {
  readonly ja: string;
  readonly en: string;
}

/** One page of the failure-code book. */
export interface Failure {
  /** Short number for the telephone: room letter and three digits, such as `C103`. */
  readonly number: string;
  readonly actor: Actor;
  /** Shown to the patient: what to do now, without blame. */
  readonly patient: BilingualText;
  /** Shown to the staff: what happened and what to do. */
  readonly staff: BilingualText;
  /** For the book: how it comes about, and how it is mended. */
  readonly cause: BilingualText;
  readonly remedy: BilingualText;
  /** Status of an HTTP answer that carries this failure. */
  readonly http?: number;
}

/** A room's failures by code (kebab-case). */
export type FailureTable = Readonly<Record<string, Failure>>;

/**
 * Declares a room's failures: every code is kebab-case, every number starts with the room's letter and is
 * used once. Throws on a table that breaks this, since that is a bug of the room.
 */
export function defineFailures<const T extends FailureTable>(letter: string, table: T): T {
  const seen = new Map<string, string>();
  for (const [code, failure] of Object.entries(table)) {
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(code))
      throw new Error(`failure code is not kebab-case: ${code}`);
    if (!new RegExp(`^${letter}[0-9]{3}$`).test(failure.number)) {
      throw new Error(`failure ${code}: number ${failure.number} must be ${letter} and three digits`);
    }
    const other = seen.get(failure.number);
    if (other !== undefined)
      throw new Error(`failures ${other} and ${code} share the number ${failure.number}`);
    seen.set(failure.number, code);
  }
  return Object.freeze(table);
}
