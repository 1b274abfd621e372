const offsetMs = 9 * 3_600_000;

/** The calendar day in Japan at a moment, `YYYY-MM-DD`. */
export function dayInJapan(at: Date): string {
  return new Date(at.getTime() + offsetMs).toISOString().slice(0, 10);
}

/** The moments at which a day in Japan begins and ends. */
export function boundsOfDay(day: string): { from: Date; to: Date } {
  const from = new Date(Date.parse(`${day}T00:00:00Z`) - offsetMs);
  return { from, to: new Date(from.getTime() + 24 * 3_600_000) };
}
