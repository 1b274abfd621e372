import type { VisitResult } from '@honnin/identification/visit-api';
import type { Attempt } from '@honnin/outcome';
import type { ReceptionSettings, ReceptionTimes } from './reception-options.ts';
import type { ArrivalState } from './staff-api.ts';
import type { Visit } from './visit.ts';
import type { VisitChange, VisitStore } from './visit-store.ts';

/** What the steps of a visit share. */
export interface VisitContext {
  readonly store: VisitStore;
  readonly times: ReceptionTimes;
  readonly settings: ReceptionSettings;
  /** Lookups in this process, by visit. */
  readonly underWay: Map<string, { readonly hash: string; readonly result: Promise<Attempt<VisitResult>> }>;
  /** Changes a visit that is in one of the states, and shows the change to consoles and long polls. */
  change(visitId: string, states: readonly ArrivalState[], change: VisitChange): Promise<Visit | undefined>;
}
