import type { Coverage } from './coverage.ts';

/** What is printed on an insured card: enough to find one coverage without a My Number card. */
export interface InsuredIdentifier {
  readonly insurerNumber: string;
  readonly symbol?: string;
  readonly number: string;
  /** Left out when the card shows none. */
  readonly branch?: string;
}

/**
 * Whether a coverage is the one an identifier names. Insurer numbers are compared without padding (files pad
 * with spaces, other systems with zeros); a symbol that is missing equals an empty one; a branch that was
 * not given matches every branch.
 */
export function matchesIdentifier(coverage: Coverage, identifier: InsuredIdentifier): boolean {
  return (
    unpadded(coverage.insurerNumber) === unpadded(identifier.insurerNumber) &&
    comparable(coverage.symbol) === comparable(identifier.symbol) &&
    comparable(coverage.number) === comparable(identifier.number) &&
    (identifier.branch === undefined || coverage.branch === identifier.branch)
  );
}

function unpadded(insurerNumber: string): string {
  return insurerNumber.trim().replace(/^0+/, '');
}

/** Symbols are written full-width by some insurers and half-width by others: NFKC makes them one. */
function comparable(text: string | undefined): string {
  return (text ?? '').normalize('NFKC').trim();
}
