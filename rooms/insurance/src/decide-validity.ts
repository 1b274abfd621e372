import type { CalendarDate } from './calendar.ts';
import type { Validity } from './code-lists.ts';
import type { Coverage } from './coverage.ts';
import { coverageInForce, isInForce } from './coverage-in-force.ts';
import { type InsuredIdentifier, matchesIdentifier } from './insured-identifier.ts';

/** What the answer says about a person's insurance on a day, and which coverages it carries. */
export interface ValidityDecision {
  readonly validity: Validity;
  /** In force first; with validity 2 and 3 the lost one that was asked about. */
  readonly coverages: readonly Coverage[];
}

/**
 * Decides QualificationValidity (OQSCD006) for the coverages of one person.
 *
 * With a My Number card the whole person is looked up: 1 in force, 2 all lost (the one lost last is shown),
 * 4 none yet, 5 several medical insurances at once, 6 medical aid in force with no ticket for that day.
 * With the identifier of an insured card the one coverage it names decides, and 3 says that it is lost but
 * another one is in force. A coverage that has not begun yet counts as none.
 */
export function decideValidity(
  coverages: readonly Coverage[],
  onDate: CalendarDate,
  identifier?: InsuredIdentifier,
): ValidityDecision {
  const inForce = coverageInForce(coverages, onDate);
  if (identifier === undefined) return decide(coverages, inForce, onDate);
  const named = coverages.filter((coverage) => matchesIdentifier(coverage, identifier));
  const namedInForce = coverageInForce(named, onDate);
  const decision = decide(named, namedInForce, onDate);
  return decision.validity === '2' && inForce.length > 0 ? { ...decision, validity: '3' } : decision;
}

function decide(
  coverages: readonly Coverage[],
  inForce: readonly Coverage[],
  onDate: CalendarDate,
): ValidityDecision {
  const insurances = inForce.filter((coverage) => coverage.cardClassification !== 'A1');
  if (insurances.length > 1) return { validity: '5', coverages: inForce };
  if (insurances.length === 1) return { validity: '1', coverages: inForce };
  if (inForce.length > 0) {
    const ticket = inForce.some((coverage) => hasTicket(coverage, onDate));
    return { validity: ticket ? '1' : '6', coverages: inForce };
  }
  const lost = lastLost(coverages, onDate);
  return lost === undefined ? { validity: '4', coverages: [] } : { validity: '2', coverages: [lost] };
}

function hasTicket(coverage: Coverage, onDate: CalendarDate): boolean {
  return (coverage.medicalTickets ?? []).some(
    (ticket) => ticket.validDate <= onDate && onDate <= ticket.expirationDate,
  );
}

/** The coverage that ended last, among those that had begun. */
function lastLost(coverages: readonly Coverage[], onDate: CalendarDate): Coverage | undefined {
  const begun = coverages.filter(
    (coverage) =>
      !isInForce(coverage, onDate) && (coverage.qualifiedOn ?? coverage.validFrom ?? '') <= onDate,
  );
  return begun.reduce<Coverage | undefined>(
    (last, coverage) => (last === undefined || end(coverage) > end(last) ? coverage : last),
    undefined,
  );
}

function end(coverage: Coverage): string {
  return coverage.lostOn ?? coverage.validTo ?? '';
}
