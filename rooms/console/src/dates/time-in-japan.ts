const clock = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Asia/Tokyo',
});
const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' });

/** `HH:mm` in Japan, whatever the PC's time zone says. */
export function timeInJapan(instant: Date | string): string {
  return clock.format(new Date(instant));
}

/** `YYYY-MM-DD` in Japan. */
export function dayInJapan(instant: Date | string): string {
  return calendar.format(new Date(instant));
}
