import type { Arrival } from '@honnin/reception/staff-api';

/** A visit that has just begun, with whatever is given laid over it. For tests and the gallery. */
export function sampleArrival(part: Partial<Arrival>): Arrival {
  return {
    visitId: 'visit',
    terminalId: 'demo-terminal-1',
    terminalName: '１階受付　１番機',
    openedAt: '2026-11-24T00:10:00.000Z',
    updatedAt: '2026-11-24T00:10:20.000Z',
    state: 'identifying',
    method: null,
    person: null,
    validity: null,
    coverages: [],
    consents: [],
    fileName: null,
    substitutions: [],
    attention: [],
    seen: false,
    ...part,
  };
}
