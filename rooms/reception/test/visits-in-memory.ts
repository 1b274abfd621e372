import type { Visit } from '../src/visit.ts';
import type { VisitStore } from '../src/visit-store.ts';

/** The store's rules without a database, for tests that choose when a reading arrives. */
export interface VisitsInMemory extends VisitStore {
  readonly visits: Map<string, Visit>;
  /** The next `get` still sees the visit as it is now, but answers only when the returned function is called. */
  delayNextReading(): () => void;
}

export function visitsInMemory(): VisitsInMemory {
  const visits = new Map<string, Visit>();
  let counter = 0n;
  let held: Promise<void> | null = null;
  const all = () => [...visits.values()];
  return {
    visits,
    delayNextReading() {
      let release = () => {};
      held = new Promise((resolve) => {
        release = resolve;
      });
      return release;
    },
    async open(visit, at) {
      const opened = { ...emptyVisit, ...visit, openedAt: at, updatedAt: at };
      visits.set(visit.visitId, opened);
      return { opened, left: [] };
    },
    async get(visitId) {
      const seen = visits.get(visitId);
      const wait = held;
      held = null;
      await wait;
      return seen;
    },
    async change(visitId, states, change, at) {
      const visit = visits.get(visitId);
      if (visit === undefined || !states.includes(visit.state)) return undefined;
      if (change.state === 'left' && visit.fileCounter !== null) return undefined;
      const changed = { ...visit, ...change, updatedAt: at };
      visits.set(visitId, changed);
      return changed;
    },
    openedBetween: async () => all(),
    unchangedSince: async (states, since) =>
      all().filter(({ state, updatedAt }) => states.includes(state) && updatedAt < since),
    withoutFile: async () =>
      all().filter(
        ({ state, fileCounter, filePublishedAt }) =>
          (state === 'looking-up' || state === 'problem') && fileCounter !== null && filePublishedAt === null,
      ),
    nextFileCounter: async () => {
      counter += 1n;
      return counter;
    },
    deleteOpenedBefore: async () => 0,
  };
}

const emptyVisit: Visit = {
  visitId: '',
  terminalId: '',
  terminalName: '',
  nonce: '',
  onDate: '',
  openedAt: new Date(0),
  updatedAt: new Date(0),
  state: 'identifying',
  method: null,
  helpReason: null,
  decision: null,
  decidedBy: null,
  decidedAt: null,
  endReasons: [],
  submissionHash: null,
  requestId: null,
  prescriptionIssue: null,
  answer: null,
  result: null,
  fileCounter: null,
  fileName: null,
  filePublishedAt: null,
  fileProblem: null,
  substitutions: [],
  seenAt: null,
  seenBy: null,
};
