import type { Arrival } from './staff-api.ts';

/** Hands every change of an arrival to the consoles that listen. */
export interface ArrivalFeed {
  publish(arrival: Arrival): void;
  /** Returns the way out. */
  subscribe(listener: (arrival: Arrival) => void): () => void;
}

export function createArrivalFeed(): ArrivalFeed {
  const listeners = new Set<(arrival: Arrival) => void>();
  return {
    publish(arrival) {
      for (const listener of listeners) listener(arrival);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
