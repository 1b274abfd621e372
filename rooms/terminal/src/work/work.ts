import type { VisitContext, VisitEvent } from '@honnin/identification';
import type { VisitMemory } from '../visit-memory.ts';
import type { VisitTools } from '../visit-tools.ts';

/** What a state's work gets. `signal` is aborted when the visit has left the state. */
interface WorkOptions {
  readonly tools: VisitTools;
  readonly memory: VisitMemory;
  readonly context: VisitContext;
  readonly readerName: string;
  readonly signal: AbortSignal;
}

/** Done on entering a state; the event it ends in is sent to the visit, unless that has gone on meanwhile. */
export type Work = (options: WorkOptions) => Promise<VisitEvent>;
