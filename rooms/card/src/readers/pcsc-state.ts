/** Flags of a reader's state (SCARD_STATE_*). The upper 16 bits of an event state count its events. */
export const PCSC_STATE = {
  unaware: 0x0000,
  changed: 0x0002,
  unknown: 0x0004,
  empty: 0x0010,
  present: 0x0020,
  mute: 0x0200,
} as const;

/** How many insertions and removals the service has counted; 0 where it does not count. */
export function eventCount(eventState: number): number {
  return eventState >>> 16;
}
