import type { Coverage } from '@honnin/insurance';
import { text } from '../messages/text.ts';

/**
 * The share that the patient pays, where the answer carries one: 75 and over on the coverage itself, 70 to 74
 * on the elderly recipient certificate. For everybody else it follows from the age and is not in the answer.
 */
export function shareOfCosts(coverage: Coverage): string | null {
  const ratio = coverage.contributionRatio ?? coverage.elderlyRecipient?.ratio;
  if (ratio === undefined) return null;
  return text.share_of_costs({ tenths: Number(ratio) / 10 });
}
