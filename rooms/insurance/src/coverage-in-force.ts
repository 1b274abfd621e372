import type { CalendarDate } from './calendar.ts';
import type { Coverage } from './coverage.ts';

/**
 * Whether a coverage holds on a day: from 資格取得日 (or, where the insurer gave none, the certificate's first
 * day) and before 資格喪失日, which is the first day without cover (Health Insurance Act, articles 35 and 36);
 * a certificate's last day still counts.
 */
export function isInForce(coverage: Coverage, onDate: CalendarDate): boolean {
  const from = coverage.qualifiedOn ?? coverage.validFrom;
  if (from !== undefined && onDate < from) return false;
  if (coverage.lostOn !== undefined && onDate >= coverage.lostOn) return false;
  return coverage.validTo === undefined || onDate <= coverage.validTo;
}

/**
 * The coverages that hold on a day, medical insurance before medical aid (which pays what the insurance
 * leaves), and among equals the one that began last first. The input is left as it is.
 */
export function coverageInForce(coverages: readonly Coverage[], onDate: CalendarDate): Coverage[] {
  return coverages
    .filter((coverage) => isInForce(coverage, onDate))
    .sort((a, b) => medicalAidLast(a, b) || beganLastFirst(a, b));
}

function medicalAidLast(a: Coverage, b: Coverage): number {
  return Number(a.cardClassification === 'A1') - Number(b.cardClassification === 'A1');
}

function beganLastFirst(a: Coverage, b: Coverage): number {
  const [first, second] = [a.qualifiedOn ?? a.validFrom ?? '', b.qualifiedOn ?? b.validFrom ?? ''];
  return first === second ? 0 : first < second ? 1 : -1;
}
