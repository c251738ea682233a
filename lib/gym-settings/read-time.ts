/**
 * A time as people type it ("6", "6h30", "06:30", "630"), as HH:MM; empty when it is none. 24:00 is midnight, 00:00.
 */
export function readTime(typed: string): string {
  const [, hour, minute = '00'] =
    /^(\d{1,2})(?:\s*[:hH.]\s*(\d{2})?)?$/.exec(typed.trim()) ??
    /^(\d{1,2})(\d{2})$/.exec(typed.trim()) ??
    [];
  if (hour === undefined || Number(minute) > 59) return '';
  const hours = Number(hour) === 24 && minute === '00' ? 0 : Number(hour);
  return hours > 23 ? '' : `${String(hours).padStart(2, '0')}:${minute}`;
}
