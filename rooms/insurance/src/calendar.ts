import { type Static, Type } from 'typebox';

/** A day of the Gregorian calendar, `YYYY-MM-DD`; such strings sort as the days do. */
export const CalendarDate = Type.String({ format: 'date', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' });
export type CalendarDate = Static<typeof CalendarDate>;

/** A moment in UTC, ISO 8601 ending in `Z`. */
export const Instant = Type.String({ format: 'date-time', pattern: 'Z$' });
export type Instant = Static<typeof Instant>;
