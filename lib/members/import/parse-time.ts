const clock =
  /(?:^|[T ,])(\d{1,2})\s?[:h.]\s?(\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*([ap])?\.?\s?(m)?\.?\s*(?:z|[+-]\d{2}:?\d{2})?$/i;

/** The time of day `HH:MM:SS` that stands alone or after a date, or null; "6:05 pm", "18h05", "18:05:33", a day's fraction. */
export function readTime(value: string): string | null {
  const text = value.trim();
  return ofClock(text) ?? ofFraction(text);
}

function ofClock(text: string): string | null {
  const found = clock.exec(text);
  if (!found || /^0[.,]\d{3,}$/.test(text)) return null;
  const [, hours, minutes, seconds = '00', half] = found;
  let hour = Number(hours);
  if (half) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  return `${String(hour).padStart(2, '0')}:${minutes}:${seconds}`;
}

/** As spreadsheets keep times, alone or after the number of a day: 45935.75 is six in the evening. */
function ofFraction(value: string): string | null {
  const found = /^(?:0|\d{5})[.,](\d+)$/.exec(value);
  if (!found) return null;
  const seconds = Math.round(Number(`0.${found[1]}`) * 86_400) % 86_400;
  return new Date(seconds * 1_000).toISOString().slice(11, 19);
}

/** A moment that says its own zone, as day and time in another; null for a text without one. */
export function readMoment(value: string, timeZone: string): { day: string; time: string } | null {
  if (!/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?\s?(z|[+-]\d{2}:?\d{2})$/i.test(value.trim()))
    return null;
  const at = new Date(value.trim().replace(' ', 'T').replace(/\s/, ''));
  if (Number.isNaN(at.getTime())) return null;
  const words = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(at);
  const [day, time] = words.split(' ');
  return day && time ? { day, time } : null;
}
