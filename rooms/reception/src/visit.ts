import type { Substitution } from '@honnin/exchange';
import type { IdentificationMethod } from '@honnin/identification';
import type { VisitResult } from '@honnin/identification/visit-api';
import type { EligibilityAnswer, PrescriptionIssue } from '@honnin/insurance';
import type { Reason } from '@honnin/outcome';
import type { ArrivalState } from './staff-api.ts';

/** One visit as it stands in the database. */
export interface Visit {
  readonly visitId: string;
  readonly terminalId: string;
  readonly terminalName: string;
  readonly nonce: string;
  /** `YYYY-MM-DD`, the day in Japan that the eligibility is asked for. */
  readonly onDate: string;
  readonly openedAt: Date;
  readonly updatedAt: Date;
  readonly state: ArrivalState;
  readonly method: IdentificationMethod | null;
  readonly helpReason: Reason | null;
  readonly decision: 'confirmed' | 'declined' | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly endReasons: readonly Reason[];
  /** Of what the terminal handed in, so that the same again gets the same result. */
  readonly submissionHash: string | null;
  readonly requestId: string | null;
  readonly prescriptionIssue: PrescriptionIssue | null;
  readonly answer: EligibilityAnswer | null;
  readonly result: VisitResult | null;
  readonly fileCounter: bigint | null;
  readonly fileName: string | null;
  readonly filePublishedAt: Date | null;
  readonly fileProblem: Reason | null;
  readonly substitutions: readonly Substitution[];
  readonly seenAt: Date | null;
  readonly seenBy: string | null;
}
